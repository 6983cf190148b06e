/**
 * A decision said no. The message is for the person: what is the matter and what they can do.
 * `field` names the form field it belongs to; without one it stands at the top of the form.
 */
export class Refusal extends Error {
  readonly field: string;
  constructor(message: string, field = '') {
    super(message);
    this.name = 'Refusal';
    this.field = field;
  }
}

/** What was asked for does not exist, or may not be seen by whoever asks: the two look the same. */
export class NotFound extends Error {
  constructor(what = 'page') {
    super(`no such ${what}`);
    this.name = 'NotFound';
  }
}

/** Somebody else saved this while it was being changed here; both texts are shown and neither is lost. */
export class StaleEdit extends Error {
  constructor(what = 'this') {
    super(`${what} was changed by somebody else`);
    this.name = 'StaleEdit';
  }
}
