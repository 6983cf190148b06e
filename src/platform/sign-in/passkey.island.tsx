import { render } from 'preact';
import { useState } from 'preact/hooks';

// Passkeys need a script: a browser offers them to nothing else. Every page that loads this works without it.

const PLACES = {
  'sign-in': {
    options: '/sign-in/passkey/options',
    answer: '/sign-in/passkey',
    button: 'Use a passkey',
    busy: 'Waiting for your passkey…',
  },
  'set-up': {
    options: '/sign-in/passkey/new/options',
    answer: '/sign-in/passkey/new',
    button: 'Add a passkey on this device',
    busy: 'Waiting for your device…',
  },
} as const;

type Doing = keyof typeof PLACES;

const ask = async (address: string, body: Readonly<Record<string, unknown>>): Promise<unknown> => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  });
  const said: unknown = await answer.json().catch(() => ({}));
  if (answer.ok) return said;
  const message =
    typeof said === 'object' && said !== null && 'message' in said && typeof said.message === 'string'
      ? said.message
      : 'That did not work. Load the page again, or use another way.';
  throw new Error(message);
};

const withDevice = async (doing: Doing, options: unknown): Promise<unknown> => {
  const credential =
    doing === 'sign-in'
      ? await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
            options as PublicKeyCredentialRequestOptionsJSON,
          ),
        })
      : await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        });
  return credential instanceof PublicKeyCredential ? credential.toJSON() : null;
};

const wordsFor = (error: unknown): string => {
  if (error instanceof DOMException)
    return error.name === 'InvalidStateError'
      ? 'This device has a passkey here already.'
      : 'Nothing was done: the passkey was not used. Try again, or use another way.';
  return error instanceof Error ? error.message : 'That did not work. Use another way.';
};

const PasskeyButton = ({ doing, csrf, next }: { doing: Doing; csrf: string; next: string }) => {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const place = PLACES[doing];
  const press = async () => {
    setBusy(true);
    setSaid(place.busy);
    try {
      const options = await ask(place.options, { _csrf: csrf });
      const answer = await withDevice(doing, options);
      const done = await ask(place.answer, { _csrf: csrf, next, answer });
      if (typeof done === 'object' && done !== null && 'to' in done && typeof done.to === 'string')
        window.location.assign(done.to);
    } catch (error) {
      setSaid(wordsFor(error));
      setBusy(false);
    }
  };
  return (
    <div class="k-card k-card--tint">
      <div class="k-card__body">
        <p>
          {doing === 'sign-in'
            ? 'A passkey is your finger, your face or the PIN of your device.'
            : 'A passkey is the quickest way: your finger, your face or the PIN of your device, and nothing to type.'}
        </p>
        <button type="button" class="k-button k-button--secondary" disabled={busy} onClick={press}>
          {place.button}
        </button>
        <p role="status">{said}</p>
      </div>
    </div>
  );
};

// A passkey belongs to a name: browsers refuse them at a bare network address.
const hasName = !/^[\d.]+$|:/.test(window.location.hostname);
const canUse =
  typeof PublicKeyCredential === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

if (hasName && canUse)
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const { passkey, csrf = '', next = '' } = place.dataset;
    if (passkey === 'sign-in' || passkey === 'set-up')
      render(<PasskeyButton doing={passkey} csrf={csrf} next={next} />, place);
  }
