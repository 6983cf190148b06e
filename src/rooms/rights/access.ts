import { ROLES } from '#platform/db/actor.ts';
import type { Access } from '#platform/room.ts';

/** Who may see, add and change rows of this room, as the policies say. The data lead is no role: see `rights.is_data_lead`. */
export const access: Access = {
  'rights.data_leads': { see: ROLES, add: ['service_lead'], change: ['service_lead'] },
};
