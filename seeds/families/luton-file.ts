/** A file from the Luton clinic, as its spreadsheet writes it: the last row cannot land until somebody mends it. */
export const lutonFile = (day: (daysFromToday: number) => string): string =>
  [
    'Reference,First name,Surname,Date of birth,Email,Mobile,Contact by,Private,Language,Interpreter,Due date,Why,Needs',
    `WS-201,Halima,Yusuf,12/05/1996,halima.yusuf@example.org,07700 900801,"text, call",yes,Somali,no,${day(140)},Tired and tearful since the summer.,low_mood`,
    `WS-202,Georgina,Thackeray-Bloom,03/11/1990,georgina.thackeray@example.org,07700 900802,email,yes,English,no,${day(126)},Worry about a second birth after a hard first one.,worry`,
    `WS-203,Nomvula,Dube,25/08/1993,,07700 900803,text,no,English,no,${day(151)},Few people around her.,alone`,
    `WS-204,Saoirse,Ní Bhriain,17/02/1999,saoirse.nibhriain@example.org,07700 900804,"email, text",yes,English,no,${day(133)},Anxious most days.,worry`,
    `WS-205,Wendy,Okonkwo,31/02/1991,,07700 900805,text,yes,English,no,${day(140)},Low.,low_mood`,
  ].join('\r\n');
