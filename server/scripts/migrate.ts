import { systemClock } from "../core/clock";
import { migrate } from "../core/db/migrate";
import { withDatabase } from "./with-database";

await withDatabase(async () => {
  const ran = await migrate(systemClock);
  console.log(ran.length === 0 ? "Nothing to migrate." : `Migrated: ${ran.join(", ")}.`);
});
