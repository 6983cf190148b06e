/** A phone number as people here write it: +447700900123 becomes 07700 900123; numbers of other countries stay. */
export const phoneInWords = (phone: string): string => {
  const found = /^\+44(\d{4})(\d{5,6})$/.exec(phone);
  return found ? `0${found[1]} ${found[2]}` : phone;
};
