import { path } from '#platform/http/path.ts';

export const frontDoor = path('/');
export const centrePage = path('/centres/:slug');
export const privacy = path('/privacy');
export const accessibility = path('/accessibility');
export const about = path('/about');

export const today = path('/today');
/** What somebody of the team finds who holds no role just now. */
export const notNow = path('/not-now');

export const me = path('/me');
export const myPeople = path('/me/people');
export const held = path('/me/held');
export const mySessions = path('/me/sessions');
export const myContact = path('/me/held/contact');
export const leave = path('/me/leave');

/** Somebody of the team takes their own times into their own calendar. */
export const calendar = path('/calendar');
export const calendarPlaces = path('/calendar/places');
export const calendarPutAway = path('/calendar/put-away');
export const calendarEnd = path('/calendar/end');
/** What a calendar reads; whoever has the link may. */
export const diaryFile = path('/calendar/:secret/diary.ics');

/** Sends a parent the link to a page of their own. */
export const ownPage = path('/families/:personId/own-page');
