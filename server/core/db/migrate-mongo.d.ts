declare module "migrate-mongo" {
  import type { mongo } from "mongoose";

  interface Config {
    readonly migrationsDir: string;
    readonly migrationFileExtension: string;
    readonly changelogCollectionName: string;
  }

  export const config: { set(content: Config): void };
  export function status(db: mongo.Db): Promise<{ fileName: string; appliedAt: string }[]>;
  export function up(db: mongo.Db, client: mongo.MongoClient): Promise<string[]>;
}
