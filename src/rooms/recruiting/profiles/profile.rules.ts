import { routeFaults } from '../route/application.rules.ts';
import type { ProfileContent, RouteStep, StepCode } from './profile.shape.ts';

/** The steps without which nobody could be asked, offered a role and welcomed. */
const ALWAYS: readonly StepCode[] = ['application', 'offer', 'induction'];
/** What an offer waits for wherever the route has it: families are never met before. */
const BEFORE_OFFER: readonly StepCode[] = ['references', 'check', 'interview', 'course'];

const usual: Readonly<Record<StepCode, string>> = {
  conversation: 'the conversation',
  application: 'the application',
  references: 'the references',
  check: 'the check',
  interview: 'the interview',
  course: 'the course',
  offer: 'the offer',
  induction: 'the induction',
};

/** Everything that must be over before a step can begin, also by way of others. A ring ends the search. */
export const allBefore = (route: readonly RouteStep[], code: StepCode): ReadonlySet<StepCode> => {
  const found = new Set<StepCode>();
  let next = route.find((step) => step.code === code)?.after ?? [];
  while (next.length > 0) {
    const fresh = next.filter((each) => !found.has(each));
    for (const each of fresh) found.add(each);
    next = fresh.flatMap((each) => route.find((step) => step.code === each)?.after ?? []);
  }
  return found;
};

/** The steps that may be open at the same time as this one: neither waits for the other. */
export const sideBySide = (route: readonly RouteStep[], code: StepCode): readonly RouteStep[] =>
  route.filter(
    (step) =>
      step.code !== code && !allBefore(route, step.code).has(code) && !allBefore(route, code).has(step.code),
  );

/** What must be mended before a role profile is kept, in sentences. Empty when it is sound. */
export const profileFaults = (content: ProfileContent): readonly string[] => {
  const { route } = content;
  const has = (code: StepCode) => route.some((step) => step.code === code);
  const faults = [...routeFaults(route)];
  for (const code of ALWAYS)
    if (!has(code)) faults.push(`The way in needs ${usual[code]}: without it nobody can come to the end.`);
  const offer = allBefore(route, 'offer');
  for (const code of BEFORE_OFFER)
    if (has('offer') && has(code) && !offer.has(code))
      faults.push(`The offer must wait for ${usual[code]}, so that nobody meets families before it is done.`);
  if (has('offer') && has('application') && !offer.has('application'))
    faults.push('The offer must wait for the application.');
  if (has('induction') && has('offer') && !allBefore(route, 'induction').has('offer'))
    faults.push('The induction must wait for the offer.');
  if (content.attributes.length === 0) faults.push('Name at least one thing that you look for.');
  return faults;
};

/** The code of an attribute from its name, such as `staying_steady`; different from those taken. */
export const attributeCode = (name: string, taken: ReadonlySet<string>): string => {
  const bare =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[’']|\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40) || 'attribute';
  let code = bare;
  for (let count = 2; taken.has(code); count += 1) code = `${bare}_${count}`;
  return code;
};
