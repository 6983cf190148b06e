import { SelectField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';

/** Somebody who could be chosen, with what is to be known of them; '' where there is nothing. */
export interface Choosable {
  readonly accountId: string;
  readonly name: string;
  readonly words: string;
}

/** Who, and as what: the two questions wherever somebody is put on a session or joins the crew of a group. */
export const WhoFields = ({ form, team }: { form: FormState; team: readonly Choosable[] }) => (
  <>
    <SelectField
      form={form}
      name="accountId"
      label="Who"
      options={[
        { value: '', label: 'Choose' },
        ...team.map(({ accountId, name, words }) => ({
          value: accountId,
          label: words ? `${name}: ${words}` : name,
        })),
      ]}
    />
    <SelectField
      form={form}
      name="part"
      label="As"
      options={[
        { value: 'peer_supporter', label: 'Peer supporter' },
        { value: 'practitioner', label: 'Practitioner' },
        { value: 'creche', label: 'Crèche, with the children' },
      ]}
    />
  </>
);
