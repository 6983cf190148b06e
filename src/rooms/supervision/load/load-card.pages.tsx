import { Card, Details, Tag, type Tone } from '#ui/show.tsx';
import { type Load, type LoadLevel, NOT_KNOWN } from './load.rules.ts';

const LEVELS: Readonly<Record<LoadLevel, { readonly tag: string; readonly tone: Tone }>> = {
  light: { tag: 'Light', tone: 'pine' },
  steady: { tag: 'Worth asking', tone: 'honey' },
  heavy: { tag: 'A lot', tone: 'clay' },
};

/**
 * What somebody carries, in the same words for them and for those who look after them: the level, every number it
 * comes from, what to do next, and what it cannot know.
 */
export const LoadCard = ({ load, own }: { load: Load; own?: boolean }) => {
  const { tag, tone } = LEVELS[load.level];
  const [lift, rest] = [
    load.reasons.filter(({ level }) => level !== 'light'),
    load.reasons.filter(({ level }) => level === 'light'),
  ];
  return (
    <Card title={own ? 'What you carry' : 'What they carry'} tone={load.level === 'heavy' ? 'soon' : 'plain'}>
      <p>
        <Tag tone={tone}>{tag}</Tag>
      </p>
      <p>{load.words}</p>
      {lift.length > 0 ? (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {lift.map(({ code, level, words }) => (
            <li key={code}>
              {words} {level === 'heavy' ? '(a lot)' : '(worth asking)'}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <strong>What next:</strong> {load.next}
      </p>
      <Details summary="Where this comes from">
        {rest.length > 0 ? (
          <ul class="nhsuk-list nhsuk-list--bullet">
            {rest.map(({ code, words }) => (
              <li key={code}>{words}</li>
            ))}
          </ul>
        ) : null}
        <p>{NOT_KNOWN}</p>
        <p>{own ? 'Whoever supervises you reads these same words.' : 'They read these same words.'}</p>
      </Details>
    </Card>
  );
};
