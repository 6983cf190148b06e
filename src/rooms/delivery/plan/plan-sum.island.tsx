import { lengthText, startsFrom, startText, sumWords } from './plan-clock.rules.ts';

// The page is whole without this: it only keeps the sum and the starts true while somebody types.

const list = document.querySelector<HTMLElement>('[data-plan-from]');
const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-plan-minutes]')];
const starts = [...document.querySelectorAll<HTMLElement>('[data-plan-start]')];
const sum = document.querySelector<HTMLElement>('[data-plan-sum]');
const words = document.querySelector<HTMLElement>('[data-plan-words]');
const print = document.querySelector<HTMLButtonElement>('[data-plan-print]');

const minutesIn = (box: HTMLInputElement): number =>
  /^\d{1,3}$/.test(box.value.trim()) ? Number(box.value) : 0;

const show = () => {
  const minutes = boxes.map(minutesIn);
  const whole = minutes.reduce((total, each) => total + each, 0);
  for (const [at, start] of startsFrom(Number(list?.dataset.planFrom), minutes).entries()) {
    const place = starts[at];
    if (place) place.textContent = startText(start);
  }
  if (sum) sum.textContent = lengthText(whole);
  if (words) words.textContent = sumWords(whole, Number(list?.dataset.planTotal));
};

list?.addEventListener('input', show);
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
// A browser that goes back fills the boxes in again by itself.
if (boxes.length > 0) window.addEventListener('pageshow', show);
