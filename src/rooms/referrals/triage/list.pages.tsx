import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { gestationOn, gestationWords } from '#rooms/families/door.ts';
import { Button, ButtonLink, ButtonRow, FilterForm, SelectField, TextField } from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Pagination, Table, Tag } from '#ui/show.tsx';
import { counted, momentInWords, shortDate } from '#ui/times.ts';
import { importPath, newReferralPath, referralPath, referralsPath } from '../paths.ts';
import { mayImport } from '../referral.policy.ts';
import { STATES, stateWords } from '../referral.rules.ts';
import type { ReferralInList, ReferralList } from './list.queries.ts';
import { routeWords, stateTone, waited } from './words.ts';

const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const pregnancy = ({ dueOn }: ReferralInList, today: Temporal.PlainDate) => {
  const so_far = dueOn && gestationOn(dueOn, today);
  if (!dueOn) return <Muted>Not known</Muted>;
  return (
    <div>
      Due {shortDate(dueOn)}
      {so_far && so_far.weeks < 43 ? (
        <>
          <br />
          <Muted>{gestationWords(so_far)} today</Muted>
        </>
      ) : null}
    </div>
  );
};

const waitedWords = ({ receivedAt }: ReferralInList, { now, zone }: View) => {
  const long = waited(receivedAt, now, zone);
  return long === 'today' ? 'Today' : `Waiting for ${long}`;
};

const nothing = ({ filter }: ReferralList): string => {
  if (filter.search !== '') return 'Nobody of that name or reference is on this list.';
  return filter.state === 'waiting' ? 'Nobody waits for a decision.' : 'There are no referrals here.';
};

export const ReferralsPage = ({ view, list }: { view: View; list: ReferralList }): VNode => {
  const { filter, rows, more } = list;
  const centreName = (id: string) => list.centres.find((each) => each.id === id)?.name ?? '';
  const query = {
    state: filter.state,
    centre: filter.centreId ?? undefined,
    search: filter.search || undefined,
  };
  const at = (page: number) => referralsPath({}, { ...query, page: String(page) });
  const form = {
    ...view.form,
    values: { state: filter.state, centre: filter.centreId ?? '', search: filter.search },
  };
  return (
    <Frame view={view} shell="staff" title="Referrals" wide>
      <Heading>Referrals</Heading>
      <Lede>
        {list.waiting === 0
          ? 'Nobody waits for a decision.'
          : `${counted(list.waiting, 'referral waits', 'referrals wait')} for us.`}
      </Lede>
      <ButtonRow>
        <ButtonLink href={newReferralPath()}>Write down a referral</ButtonLink>
        {mayImport(view.actor) ? (
          <ButtonLink kind="secondary" href={importPath()}>
            Bring in a file
          </ButtonLink>
        ) : null}
      </ButtonRow>
      <FilterForm label="Choose referrals" action={referralsPath()}>
        <SelectField
          form={form}
          name="state"
          label="Which"
          options={[
            { value: 'waiting', label: 'Those that wait for us' },
            ...STATES.map((state) => ({ value: state, label: first(stateWords[state]) })),
            { value: 'all', label: 'All' },
          ]}
        />
        {list.centres.length > 1 ? (
          <SelectField
            form={form}
            name="centre"
            label="Centre"
            options={[
              { value: '', label: 'All of mine' },
              ...list.centres.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
        <TextField form={form} name="search" label="Name or reference" type="search" width={20} />
        <Button kind="secondary">Show</Button>
      </FilterForm>
      {rows.length === 0 ? (
        <Empty title={nothing(list)} />
      ) : (
        <Table
          caption="Referrals"
          captionHidden
          rows={rows}
          columns={[
            {
              header: 'Parent',
              cell: (row) => (
                <>
                  <a href={referralPath({ referralId: row.id })}>{row.name}</a>
                  <br />
                  <Muted>{row.reference}</Muted>
                </>
              ),
            },
            {
              header: 'How it stands',
              cell: (row) => <Tag tone={stateTone(row.state)}>{first(stateWords[row.state])}</Tag>,
            },
            {
              header: 'Arrived',
              cell: (row) => (
                <div>
                  {row.state === 'received' || row.state === 'asked'
                    ? waitedWords(row, view)
                    : momentInWords(row.receivedAt, view.zone, view.now)}
                  <br />
                  <Muted>{routeWords[row.route]}</Muted>
                </div>
              ),
            },
            { header: 'Pregnancy', cell: (row) => pregnancy(row, view.today) },
            ...(list.centres.length > 1
              ? [{ header: 'Centre', cell: (row: ReferralInList) => centreName(row.centreId) }]
              : []),
          ]}
        />
      )}
      <Pagination
        label="Pages of referrals"
        previous={filter.page > 1 ? at(filter.page - 1) : undefined}
        next={more ? at(filter.page + 1) : undefined}
        shown={
          rows.length > 0 && (more || filter.page > 1)
            ? `${list.first} to ${list.first + rows.length - 1}`
            : undefined
        }
      />
    </Frame>
  );
};
