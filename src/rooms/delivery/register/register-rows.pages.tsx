import { Checkbox, Hidden, RadioField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { Card, Details, Hush, Inset } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import type { InTheRoom } from './in-the-room.queries.ts';
import { babyField, drawnField, hiddenOf, markField, partnerField } from './register.form.ts';
import type { Register, RegisterRow } from './register.queries.ts';
import { MARKS, markWords, WHY_NOT, whyNotWords } from './register.rules.ts';

/** What to know of somebody in one breath: language, how far along, what they told us. */
export const aboutWords = (row: RegisterRow): string =>
  [
    row.who.language,
    row.who.now,
    row.expected ? '' : 'came without a place',
    row.expected?.partnerComes ? 'partner comes too' : '',
    row.expected && row.expected.crecheChildren > 0
      ? `${counted(row.expected.crecheChildren, 'child', 'children')} in the crèche`
      : '',
    row.who.accessNeeds,
    row.expected?.coming === true ? 'said they will come' : '',
    row.expected?.coming === false ? 'sent word that they cannot come' : '',
  ]
    .filter(Boolean)
    .map((part, index) => (index === 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part))
    .join(' · ');

/** Safety first, in red and in words; then how to meet them today. */
export const Mind = ({ who }: { who: InTheRoom }) => (
  <>
    {who.safety.map((words) => (
      <Inset tone="red" key={words}>
        <strong>Safety: {words}</strong>
      </Inset>
    ))}
    {who.care ? <Inset tone="iris">{who.care.words}</Inset> : null}
  </>
);

const Row = ({ row, form }: { row: RegisterRow; form: FormState }) => {
  const { personId, who } = row;
  const about = aboutWords(row);
  const words = row.expected?.answerWords;
  // A baby who is not spoken of has no box to tick, and neither has one who is not born.
  const asksBaby = who.weeks === null && !who.care?.quiet;
  return (
    <Card>
      <Mind who={who} />
      <div class="k-marks">
        <RadioField
          form={form}
          name={markField(personId)}
          legend={
            <>
              {who.calledName}
              {who.fullName.startsWith(who.calledName)
                ? who.fullName.slice(who.calledName.length)
                : ` (${who.fullName})`}
            </>
          }
          hint={
            about || words ? (
              <>
                {about}
                {words ? (
                  <>
                    <br />
                    They wrote: “{words}”
                  </>
                ) : null}
              </>
            ) : undefined
          }
          options={MARKS.map((mark) => ({ value: mark, label: markWords[mark] }))}
        />
        <Hidden name={drawnField(personId)} value={hiddenOf(row)} />
        <div class="k-marks__company">
          <Checkbox
            form={form}
            name={partnerField(personId)}
            label={
              <>
                Partner came<Hush> with {who.calledName}</Hush>
              </>
            }
          />
          {asksBaby ? (
            <Checkbox
              form={form}
              name={babyField(personId)}
              label={
                <>
                  Baby came<Hush> with {who.calledName}</Hush>
                </>
              }
            />
          ) : null}
        </div>
      </div>
    </Card>
  );
};

/** One parent after the other; in a drop-in the families who rarely come are folded away below. */
export const RegisterRows = ({ register, form }: { register: Register; form: FormState }) => {
  const first = register.rows.filter((row) => !row.lessLikely);
  const rest = register.rows.filter((row) => row.lessLikely);
  return (
    <div id="marks" tabindex={-1}>
      {first.map((row) => (
        <Row key={row.personId} row={row} form={form} />
      ))}
      {rest.length > 0 ? (
        <Details
          summary={`${counted(rest.length, 'more family', 'more families')} who may come`}
          open={first.length === 0}
        >
          {rest.map((row) => (
            <Row key={row.personId} row={row} form={form} />
          ))}
        </Details>
      ) : null}
    </div>
  );
};

/** Did it happen, and if not, why. */
export const Happened = ({ form }: { form: FormState }) => (
  <RadioField
    form={form}
    name="happened"
    legend="Did the session happen?"
    options={[
      { value: 'yes', label: 'Yes' },
      {
        value: 'no',
        label: 'No',
        reveals: (
          <RadioField
            form={form}
            name="why-not"
            legend="Why not?"
            small
            options={WHY_NOT.map((why) => ({ value: why, label: whyNotWords[why] }))}
          />
        ),
      },
    ]}
  />
);
