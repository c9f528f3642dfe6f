import { MissionsPage } from "./MissionsPage.tsx";

export const AdminMissionsPage = () => <MissionsPage admin />;
