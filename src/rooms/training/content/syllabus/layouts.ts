import type { Layout, LayoutMeeting, LayoutPart } from '../../syllabus/syllabus.shape.ts';

const unit = (code: string): LayoutPart => ({ unit: code });
const social = (title: string, minutes: number): LayoutPart => ({ social: title, minutes });
const pause = (title: string, minutes: number): LayoutPart => ({ break: title, minutes });

const WEEK = 7;

const evening = (
  number: number,
  title: string,
  code: string,
  after: readonly LayoutPart[] = [],
): LayoutMeeting => ({
  title: `Evening ${number}: ${title}`,
  afterDays: (number - 1) * WEEK,
  startsAt: '18:45',
  parts: [social('Tea and arriving', 15), unit(code), ...after],
});

/** Fifteen evenings, one a week. */
const evenings: Layout = {
  code: 'evenings',
  name: 'Fifteen evenings',
  words:
    'One evening a week. There is time in between to try things out, to shadow sessions and to bring back what came up. It asks for a quiet evening at home each week for nearly four months.',
  meetings: [
    evening(1, 'listening', 'listening'),
    evening(2, 'alongside', 'alongside'),
    evening(3, 'our own story', 'own-story'),
    evening(4, 'feelings', 'feelings'),
    evening(5, 'difference', 'difference', [social('Supper that we brought', 30)]),
    evening(6, 'partners and family', 'partners'),
    evening(7, 'minds', 'minds', [social('Something warm before going home', 20)]),
    evening(8, 'babies', 'babies'),
    evening(9, 'the drop-in', 'drop-in'),
    evening(10, 'activities', 'activities'),
    evening(11, 'the group', 'group'),
    evening(12, 'our code', 'conduct'),
    evening(13, 'keeping people safe', 'safeguarding', [social('Something warm before going home', 20)]),
    evening(14, 'boundaries', 'boundaries'),
    evening(15, 'staying well', 'staying-well', [social('We eat and celebrate', 45)]),
  ],
};

const saturday = (title: string, afterDays: number, codes: readonly [string, string, string]) => ({
  title,
  afterDays,
  startsAt: '09:30',
  parts: [
    social('Coffee and arriving', 20),
    unit(codes[0]),
    pause('Fresh air', 15),
    unit(codes[1]),
    social('Lunch together', 60),
    unit(codes[2]),
    social('A slow end: tea, a walk, a game', 30),
  ],
});

const sunday = (title: string, afterDays: number, codes: readonly [string, string], last: LayoutPart) => ({
  title,
  afterDays,
  startsAt: '10:00',
  parts: [
    social('Coffee and arriving', 15),
    unit(codes[0]),
    social('Lunch together', 60),
    unit(codes[1]),
    last,
  ],
});

/** Three full weekends, a fortnight apart. */
const threeWeekends: Layout = {
  code: 'three_weekends',
  name: 'Three weekends',
  words:
    'Saturday and Sunday, three times, with a free weekend in between. People get to know each other quickly, and children can be looked after for the whole day. It leaves time to shadow a session between the weekends.',
  meetings: [
    saturday('First Saturday', 0, ['listening', 'alongside', 'own-story']),
    sunday('First Sunday', 1, ['feelings', 'difference'], social('A look back over cake', 30)),
    saturday('Second Saturday', 14, ['partners', 'minds', 'babies']),
    sunday('Second Sunday', 15, ['drop-in', 'activities'], social('A look back over cake', 30)),
    saturday('Third Saturday', 28, ['group', 'conduct', 'safeguarding']),
    sunday('Third Sunday', 29, ['boundaries', 'staying-well'], social('We eat and celebrate', 60)),
  ],
};

const friday = (title: string, afterDays: number, code: string): LayoutMeeting => ({
  title,
  afterDays,
  startsAt: '17:30',
  parts: [social('Supper and arriving', 45), unit(code)],
});

/** Two full weekends that begin on Friday evening. */
const twoWeekends: Layout = {
  code: 'two_weekends',
  name: 'Two long weekends',
  words:
    'From Friday evening to Sunday, twice, three weeks apart. It suits people who cannot come every week, and it is dense: plan the weeks around it gently. Those who need it slower catch up single units later.',
  meetings: [
    friday('First Friday', 0, 'listening'),
    {
      title: 'First Saturday',
      afterDays: 1,
      startsAt: '09:00',
      parts: [
        social('Coffee and arriving', 15),
        unit('alongside'),
        pause('Fresh air', 15),
        unit('own-story'),
        social('Lunch together', 60),
        unit('feelings'),
        pause('Fresh air and tea', 20),
        unit('difference'),
        social('Supper for those who like', 45),
      ],
    },
    {
      title: 'First Sunday',
      afterDays: 2,
      startsAt: '09:45',
      parts: [
        social('Coffee and arriving', 15),
        unit('partners'),
        pause('Fresh air', 15),
        unit('minds'),
        social('Lunch together', 60),
        unit('babies'),
        social('A look back over cake', 20),
      ],
    },
    friday('Second Friday', 21, 'drop-in'),
    saturday('Second Saturday', 22, ['activities', 'group', 'conduct']),
    {
      title: 'Second Sunday',
      afterDays: 23,
      startsAt: '09:45',
      parts: [
        social('Coffee and arriving', 15),
        unit('safeguarding'),
        social('A walk outside', 30),
        unit('boundaries'),
        social('Lunch together', 60),
        unit('staying-well'),
        social('We eat cake and celebrate', 45),
      ],
    },
  ],
};

export const layouts: readonly Layout[] = [evenings, threeWeekends, twoWeekends];
