// A QR code, ISO/IEC 18004, as far as an authenticator app needs it: bytes, error correction M, versions 1 to 10.

/** For each version: error correction bytes of a block, then how many data bytes each block holds. */
const BLOCKS: readonly (readonly [number, readonly number[]])[] = [
  [10, [16]],
  [16, [28]],
  [26, [44]],
  [18, [32, 32]],
  [24, [43, 43]],
  [16, [27, 27, 27, 27]],
  [18, [31, 31, 31, 31]],
  [22, [38, 38, 39, 39]],
  [22, [36, 36, 36, 37, 37]],
  [26, [43, 43, 43, 43, 44]],
];
const ALIGNED: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

const times = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product >>> 7 ? 0x11d : 0);
    if ((b >>> bit) & 1) product ^= a;
  }
  return product;
};

const correction = (bytes: readonly number[], count: number): number[] => {
  const divisor = new Array<number>(count).fill(0);
  divisor[count - 1] = 1;
  let root = 1;
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < count; j += 1) divisor[j] = times(divisor[j] ?? 0, root) ^ (divisor[j + 1] ?? 0);
    root = times(root, 2);
  }
  const rest = new Array<number>(count).fill(0);
  for (const byte of bytes) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (let i = 0; i < count; i += 1) rest[i] = (rest[i] ?? 0) ^ times(divisor[i] ?? 0, factor);
  }
  return rest;
};

const remainder = (value: number, generator: number, bits: number): number => {
  let rest = value;
  for (let i = 0; i < bits; i += 1) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * generator);
  return rest;
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const codewords = (
  bytes: Uint8Array,
  version: number,
  [perBlock, blocks]: readonly [number, readonly number[]],
): number[] => {
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i -= 1) bits.push((value >>> i) & 1);
  };
  const room = sum(blocks) * 8;
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) put(pad, 8);
  const data = Array.from({ length: room / 8 }, (_, i) =>
    Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2),
  );
  let from = 0;
  const cut = blocks.map((size) => {
    from += size;
    return data.slice(from - size, from);
  });
  const checks = cut.map((block) => correction(block, perBlock));
  const woven = (parts: readonly (readonly number[])[]) =>
    Array.from({ length: Math.max(...parts.map((part) => part.length)) }, (_, i) =>
      parts.flatMap((part) => part[i] ?? []),
    ).flat();
  return [...woven(cut), ...woven(checks)];
};

class Grid {
  readonly size: number;
  readonly dark: boolean[][];
  readonly fixed: boolean[][];
  constructor(version: number) {
    this.size = version * 4 + 17;
    this.dark = Array.from({ length: this.size }, () => new Array<boolean>(this.size).fill(false));
    this.fixed = Array.from({ length: this.size }, () => new Array<boolean>(this.size).fill(false));
    this.#patterns(version);
  }
  is(x: number, y: number): boolean {
    return this.dark[y]?.[x] === true;
  }
  set(x: number, y: number, dark: boolean): void {
    const row = this.dark[y];
    if (row && x >= 0 && x < this.size) row[x] = dark;
  }
  fix(x: number, y: number, dark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.set(x, y, dark);
    const row = this.fixed[y];
    if (row) row[x] = true;
  }
  #rings(cx: number, cy: number, reach: number, darkAt: (ring: number) => boolean): void {
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1)
        this.fix(cx + dx, cy + dy, darkAt(Math.max(Math.abs(dx), Math.abs(dy))));
  }
  #patterns(version: number): void {
    const last = this.size - 1;
    for (let i = 0; i < this.size; i += 1) {
      this.fix(6, i, i % 2 === 0);
      this.fix(i, 6, i % 2 === 0);
    }
    for (const [x, y] of [
      [3, 3],
      [last - 3, 3],
      [3, last - 3],
    ] as const)
      this.#rings(x, y, 4, (ring) => ring !== 2 && ring !== 4);
    const places = ALIGNED[version - 1] ?? [];
    for (const x of places)
      for (const y of places) {
        const corner = (x === 6 && y === 6) || (x === 6 && y === last - 6) || (x === last - 6 && y === 6);
        if (!corner) this.#rings(x, y, 2, (ring) => ring !== 1);
      }
    this.format(0);
    if (version < 7) return;
    const bits = (version << 12) | remainder(version, 0x1f25, 12);
    for (let i = 0; i < 18; i += 1) {
      const dark = ((bits >>> i) & 1) === 1;
      this.fix(this.size - 11 + (i % 3), Math.floor(i / 3), dark);
      this.fix(Math.floor(i / 3), this.size - 11 + (i % 3), dark);
    }
  }
  /** Which mask, twice, for error correction M (whose two bits are 00). */
  format(mask: number): void {
    const bits = ((mask << 10) | remainder(mask, 0x537, 10)) ^ 0x5412;
    const bit = (i: number) => ((bits >>> i) & 1) === 1;
    for (let i = 0; i <= 5; i += 1) this.fix(8, i, bit(i));
    this.fix(8, 7, bit(6));
    this.fix(8, 8, bit(7));
    this.fix(7, 8, bit(8));
    for (let i = 9; i < 15; i += 1) this.fix(14 - i, 8, bit(i));
    for (let i = 0; i < 8; i += 1) this.fix(this.size - 1 - i, 8, bit(i));
    for (let i = 8; i < 15; i += 1) this.fix(8, this.size - 15 + i, bit(i));
    this.fix(8, this.size - 8, true);
  }
  fill(words: readonly number[]): void {
    let at = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < this.size; step += 1) {
        const upward = ((right + 1) & 2) === 0;
        const y = upward ? this.size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (this.fixed[y]?.[x]) continue;
          this.set(x, y, (((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1);
          at += 1;
        }
      }
    }
  }
  mask(number: number): void {
    const turns = MASKS[number];
    for (let y = 0; y < this.size; y += 1)
      for (let x = 0; x < this.size; x += 1)
        if (turns?.(x, y) && !this.fixed[y]?.[x]) this.set(x, y, !this.is(x, y));
    this.format(number);
  }
  /** How hard it is to read: long runs, blocks of one colour, and too much of either. */
  trouble(): number {
    let found = 0;
    let darks = 0;
    for (let a = 0; a < this.size; a += 1) {
      for (const across of [true, false]) {
        let run = 0;
        let before: boolean | null = null;
        for (let b = 0; b < this.size; b += 1) {
          const now = across ? this.is(b, a) : this.is(a, b);
          run = now === before ? run + 1 : 1;
          before = now;
          if (run === 5) found += 3;
          else if (run > 5) found += 1;
        }
      }
      for (let b = 0; b < this.size; b += 1) {
        if (this.is(b, a)) darks += 1;
        const same = this.is(b, a);
        if (
          a > 0 &&
          b > 0 &&
          this.is(b - 1, a) === same &&
          this.is(b, a - 1) === same &&
          this.is(b - 1, a - 1) === same
        )
          found += 3;
      }
    }
    return found + 10 * Math.floor(Math.abs((darks * 20) / this.size ** 2 - 10));
  }
}

/** The dark squares of a QR code for a text, row by row; null when the text is longer than 213 bytes. */
export const qrCode = (text: string): readonly (readonly boolean[])[] | null => {
  const bytes = new TextEncoder().encode(text);
  const index = BLOCKS.findIndex(
    ([, blocks], i) => sum(blocks) * 8 >= 4 + (i < 9 ? 8 : 16) + bytes.length * 8,
  );
  const blocks = BLOCKS[index];
  if (!blocks) return null;
  const words = codewords(bytes, index + 1, blocks);
  const drawn = MASKS.map((_, number) => {
    const grid = new Grid(index + 1);
    grid.fill(words);
    grid.mask(number);
    return grid;
  });
  return drawn.reduce((best, grid) => (grid.trouble() < best.trouble() ? grid : best)).dark;
};

/** A QR code as one SVG path with a square for each dark place, and the size of its side. */
export const qrPath = (text: string): { readonly size: number; readonly path: string } | null => {
  const rows = qrCode(text);
  return (
    rows && {
      size: rows.length,
      path: rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''),
    }
  );
};
