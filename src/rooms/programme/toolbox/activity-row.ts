import type { ActivityContent } from '../content/shapes.ts';

/** What of an activity stands in columns of its own, for filters; the whole is in `content`. */
export const columnsOf = (content: ActivityContent) => ({
  code: content.code,
  toolbox: content.toolbox,
  title: content.title,
  summary: content.summary,
  main_theme: content.themes[0],
  themes: [...content.themes],
  topics: [...content.topics],
  blocks: [...content.blocks],
  stages: [...content.stages],
  facilitators: [...content.facilitators],
  minutes_usual: content.minutes.usual,
  minutes_least: content.minutes.least,
  minutes_most: content.minutes.most,
  content: JSON.stringify(content),
});
