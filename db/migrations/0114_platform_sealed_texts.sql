-- Which columns hold texts that the application seals: their comment begins with "Sealed for" and the purpose, and
-- nothing else says so. Whoever changes the secret of the installation finds every sealed text by it.
comment on column training.signing_keys.sealed_private is 'Sealed for signing-keys: the private half';

comment on column recruiting.disclosures.what is 'Sealed for disclosures: what the certificate says';
comment on column recruiting.disclosures.when_how_old is 'Sealed for disclosures: when it was, and how old they were';
comment on column recruiting.disclosures.circumstances is 'Sealed for disclosures: how it came to it';
comment on column recruiting.disclosures.what_changed is 'Sealed for disclosures: what has changed since';
comment on column recruiting.disclosures.relevance is 'Sealed for disclosures: what it means for this role';
comment on column recruiting.disclosures.safeguards is 'Sealed for disclosures: what would keep everybody safe';
comment on column recruiting.disclosures.reasons is 'Sealed for disclosures: why it was decided so';
comment on column recruiting.disclosures.conditions is 'Sealed for disclosures: what they may do and with whom; kept as long as they volunteer, so it says nothing of the past';

comment on column safeguarding.concerns.happened is 'Sealed for safeguarding: what happened';
comment on column safeguarding.concerns.said is 'Sealed for safeguarding: what was said, in the words of whoever said it';
comment on column safeguarding.concerns.done_already is 'Sealed for safeguarding: what has been done about it already';
comment on column safeguarding.concerns.about_words is 'Sealed for safeguarding: whom it is about, in words';
