// Ten figures; the last one checks the other nine, so that a slip of the finger is found before
// it opens somebody else's file.

/** The number as ten figures without spaces or dashes, or null when it is not ten figures. */
export const nhsNumberFigures = (typed: string): string | null => {
  const figures = typed.replace(/[\s\-–]/g, '');
  return /^\d{10}$/.test(figures) ? figures : null;
};

/**
 * The tenth figure that belongs to nine given ones, or null when no number begins with them:
 * 11 minus the weighted sum (10 for the first figure down to 2 for the ninth) modulo 11, where 11 is written 0
 * and 10 does not exist.
 */
export const checkFigureOf = (nine: string): number | null => {
  const sum = [...nine].reduce((total, figure, at) => total + Number(figure) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? null : check % 11;
};

/** Whether ten figures, with or without spaces, carry the right check figure. */
export const isNhsNumber = (typed: string): boolean => {
  const figures = nhsNumberFigures(typed);
  return figures !== null && checkFigureOf(figures.slice(0, 9)) === Number(figures[9]);
};

/** The number as people read it aloud: 943 476 5919. */
export const nhsNumberInWords = (figures: string): string =>
  `${figures.slice(0, 3)} ${figures.slice(3, 6)} ${figures.slice(6)}`;
