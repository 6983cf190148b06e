-- What weighs on whoever runs a session: beside "it was heavy", that somebody told them something. Said by themselves alone.
alter table delivery.reflections add column told boolean not null default false;
comment on column delivery.reflections.told is 'Somebody told them something that stays with them; what it was is not written here';
