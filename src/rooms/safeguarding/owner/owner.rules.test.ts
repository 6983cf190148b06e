import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainFor, nextToTell, type Possible, remindAfter } from './owner.rules.ts';

const nobody: Possible = { owners: [], deputies: [], lasts: [], volunteerManagers: [], serviceLeads: [] };
const usual: Possible = {
  owners: ['ruth'],
  deputies: ['dan'],
  lasts: ['leila'],
  volunteerManagers: ['ruth', 'vera'],
  serviceLeads: ['leila', 'sol'],
};
const from = (raisedBy: string, ...named: string[]) => ({ raisedBy, named });

describe('who owns a concern', () => {
  it('is the owner on duty, then the deputy, then the last', () => {
    expect(chainFor(usual, from('pat'))).toEqual({ owner: 'ruth', deputy: 'dan', last: 'leila' });
  });
  it('is a volunteer manager of the centre where nobody is on duty', () => {
    const possible = { ...nobody, volunteerManagers: ['ruth', 'vera'], serviceLeads: ['leila'] };
    expect(chainFor(possible, from('pat'))).toEqual({ owner: 'ruth', deputy: 'vera', last: 'leila' });
  });
  it('is the deputy when it names the owner', () => {
    expect(chainFor(usual, from('pat', 'ruth'))).toEqual({ owner: 'dan', deputy: 'vera', last: 'leila' });
  });
  it('is the last on duty when it names the owner and the deputy', () => {
    expect(chainFor(usual, from('pat', 'ruth', 'dan'))).toEqual({
      owner: 'leila',
      deputy: 'vera',
      last: 'sol',
    });
  });
  it('is a service lead when it names everybody on duty', () => {
    expect(chainFor(usual, from('pat', 'ruth', 'dan', 'leila'))).toMatchObject({
      owner: 'sol',
      deputy: 'vera',
    });
  });
  it('is the service lead when it names the only manager', () => {
    const possible = { ...nobody, volunteerManagers: ['ruth'], serviceLeads: ['leila'] };
    expect(chainFor(possible, from('pat', 'ruth'))).toEqual({ owner: 'leila', deputy: null, last: null });
  });
  it('stays with the owner when it names the deputy or the last, and they are left out', () => {
    expect(chainFor(usual, from('pat', 'dan'))).toEqual({ owner: 'ruth', deputy: 'vera', last: 'leila' });
    expect(chainFor(usual, from('pat', 'leila'))).toEqual({ owner: 'ruth', deputy: 'dan', last: 'sol' });
  });
  it('is not whoever raised it if there is another', () => {
    expect(chainFor(usual, from('ruth'))).toMatchObject({ owner: 'dan', last: 'leila' });
    expect(chainFor({ ...nobody, volunteerManagers: ['ruth', 'vera'] }, from('ruth'))).toMatchObject({
      owner: 'vera',
    });
  });
  it('is whoever raised it when there is nobody else, rather than nobody', () => {
    expect(chainFor({ ...nobody, owners: ['ruth'] }, from('ruth'))).toEqual({
      owner: 'ruth',
      deputy: null,
      last: null,
    });
  });
  it('is the service lead when a manager raises it about their deputy', () => {
    expect(chainFor({ ...usual, volunteerManagers: ['ruth'] }, from('ruth', 'dan'))).toMatchObject({
      owner: 'leila',
    });
  });
  it('is nobody when everybody who could read it is named', () => {
    expect(chainFor({ ...nobody, volunteerManagers: ['ruth'] }, from('pat', 'ruth'))).toBeNull();
    expect(chainFor(nobody, from('pat'))).toBeNull();
  });
  it('is nobody when only the one who raised it is left and names themselves', () => {
    expect(chainFor({ ...nobody, owners: ['ruth'] }, from('ruth', 'ruth'))).toBeNull();
  });

  const people = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']);
  const possible = fc.record({
    owners: people,
    deputies: people,
    lasts: people,
    volunteerManagers: people,
    serviceLeads: people,
  });
  it('never reaches anyone named, tells nobody twice, and passes over the one who raised it', () => {
    fc.assert(
      fc.property(possible, people, fc.constantFrom('a', 'b', 'x'), (who, named, raisedBy) => {
        const chain = chainFor(who, { named, raisedBy });
        const free = new Set(
          Object.values(who)
            .flat()
            .filter((account) => !named.includes(account)),
        );
        if (!chain) return free.size === 0;
        const told = [chain.owner, chain.deputy, chain.last].filter((account) => account !== null);
        return (
          told.every((account) => free.has(account)) &&
          new Set(told).size === told.length &&
          (chain.owner !== raisedBy || free.size === 1)
        );
      }),
    );
  });
});

describe('who is told when nobody takes it on', () => {
  it('is the deputy, then the last, then all of them again', () => {
    const chain = { deputy: 'dan', last: 'leila' };
    expect(nextToTell(chain, [])).toBe('deputy');
    expect(nextToTell(chain, ['deputy'])).toBe('last');
    expect(nextToTell(chain, ['deputy', 'last'])).toBe('remind');
  });
  it('is the last at once where there is no deputy, and the owner again where there is nobody', () => {
    expect(nextToTell({ deputy: null, last: 'leila' }, [])).toBe('last');
    expect(nextToTell({ deputy: 'dan', last: null }, ['deputy'])).toBe('remind');
    expect(nextToTell({ deputy: null, last: null }, [])).toBe('remind');
  });
  it('reminds less and less often, at least once a day', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((round) => remindAfter(60, round))).toEqual([
      60, 120, 240, 480, 960, 1440, 1440,
    ]);
  });
});
