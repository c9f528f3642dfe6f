import identityService from "./identity/identity.service.ts";
import logService from "./log/log.service.ts";
import mailService from "./mail/mail.service.ts";
import missionsService from "./missions/missions.service.ts";
import partnershipsService from "./partnerships/partnerships.service.ts";
import settingsService from "./settings/settings.service.ts";

/** Every service but the gateway, for those who need the portal in their own process without its web server. */
export const services = [
  logService,
  identityService,
  mailService,
  missionsService,
  partnershipsService,
  settingsService,
];
