-- When a volunteer is reminded and how long the grace is stands once: with what is asked of them (delivery.requirements).
-- The same two stood with the rules about checks, where nothing read them.
alter table recruiting.check_rules drop column windows, drop column grace_days;
comment on table recruiting.check_rules is 'After how many months a check is done again, and how long things are kept; dated, a correction is a new row';
