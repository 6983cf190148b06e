// The page is whole without this: it has a button that keeps a draft. This presses it while somebody writes, and nothing
// is ever kept in the browser, so that no words of one meeting can come up on the page of another.

const PAUSE = 3_000;
const AGAIN = 15_000;

const place = document.querySelector<HTMLElement>('[data-draft-save]');
const form = place?.closest('form') ?? null;

if (place && form) {
  const address = place.dataset.draftSave ?? '';
  let timer: number | undefined;
  let saving = false;
  let unsaved = false;
  let leaving = false;
  let stopped = false;
  let pressed: HTMLElement | null = null;

  const say = (words: string) => {
    place.textContent = words;
  };

  const body = (): URLSearchParams => {
    const typed = new URLSearchParams();
    // Each save is a press of its own: the key of the form would make two alike saves one.
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && name !== '_key' && name !== 'do') typed.append(name, value);
    return typed;
  };

  const later = (wait: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), wait);
  };

  const answered = async (answer: Response): Promise<void> => {
    if (answer.status === 409) {
      stopped = true;
      say(
        'You saved this note in another window too. Press “Keep as a draft”: you will see both, and nothing is lost.',
      );
      return;
    }
    if (answer.ok && answer.headers.get('content-type')?.startsWith('application/json')) {
      const told: unknown = await answer.json();
      if (typeof told === 'object' && told !== null && 'version' in told && 'said' in told) {
        const version = form.elements.namedItem('_version');
        if (version instanceof HTMLInputElement) version.value = String(told.version);
        say(String(told.said));
        return;
      }
    }
    unsaved = true;
    if (answer.ok) {
      say(
        'You are signed out, so this is not saved just now. Your words are still on this page. Sign in again in another tab, then go on here.',
      );
      later(AGAIN);
      return;
    }
    say('This is not saved just now. Your words are still on this page. Press “Keep as a draft”.');
    if (answer.status >= 500 || answer.status === 429) later(AGAIN);
  };

  const save = async (): Promise<void> => {
    window.clearTimeout(timer);
    timer = undefined;
    if (saving || stopped || leaving || !unsaved) return;
    saving = true;
    unsaved = false;
    try {
      await answered(await fetch(address, { method: 'POST', body: body(), credentials: 'same-origin' }));
    } catch {
      unsaved = true;
      say('No connection just now. Your words are still on this page, and we try again in a moment.');
      later(AGAIN);
    } finally {
      saving = false;
      if (pressed) form.requestSubmit(pressed);
      else if (unsaved && !stopped && timer === undefined) later(PAUSE);
    }
  };

  const touched = () => {
    unsaved = true;
    later(PAUSE);
  };
  form.addEventListener('input', touched);
  form.addEventListener('change', touched);
  form.addEventListener('submit', (press) => {
    window.clearTimeout(timer);
    if (saving) {
      // The save under way counts the draft on: the press waits for it, else it would look like another window's.
      press.preventDefault();
      pressed = press.submitter;
      return;
    }
    leaving = true;
  });
  window.addEventListener('pagehide', () => {
    if (!unsaved || leaving || stopped || saving) return;
    if (!navigator.sendBeacon(address, body())) return;
    unsaved = false;
    const version = form.elements.namedItem('_version');
    if (version instanceof HTMLInputElement) version.value = String(Number(version.value) + 1);
  });
  // A page that comes back from the browser's memory writes on.
  window.addEventListener('pageshow', () => {
    leaving = false;
    pressed = null;
  });
}
