/** "Oak Room, Hartley Children’s Centre": the room, if it has a name of its own, and the house. */
export const venueName = ({ room, name }: { readonly room: string; readonly name: string }): string =>
  room === '' ? name : `${room}, ${name}`;
