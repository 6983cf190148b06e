import type { SyllabusContent } from '../syllabus/syllabus.shape.ts';
import type { AwardKind } from './award.queries.ts';
import type { Meaning } from './credential.rules.ts';

/** What an award of a syllabus stands for; null when the syllabus has no such unit or level. */
export const meaningOf = (
  from: { readonly code: string; readonly version: number; readonly content: SyllabusContent },
  award: { readonly kind: AwardKind; readonly code: string },
): Meaning | null => {
  const { units, levels, competencies } = from.content;
  const base = {
    kind: award.kind,
    code: award.code,
    syllabusCode: from.code,
    syllabusVersion: from.version,
  };
  const aligned = (codes: readonly string[]) => competencies.filter(({ code }) => codes.includes(code));
  if (award.kind === 'unit') {
    const unit = units.find(({ code }) => code === award.code);
    if (!unit) return null;
    const { title, about, aims, minutes } = unit;
    return { ...base, title, about, aims, minutes, competencies: aligned(unit.competencies) };
  }
  const level = levels.find(({ code }) => code === award.code);
  if (!level) return null;
  const within = units.filter(({ code }) => level.units.includes(code));
  return {
    ...base,
    title: level.name,
    about: level.words,
    aims: within.map(({ title }) => title),
    minutes: within.reduce((sum, { minutes }) => sum + minutes, 0),
    competencies: aligned(within.flatMap((unit) => unit.competencies)),
  };
};
