ALTER TABLE "pilot" ADD COLUMN "answer" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "remark" ADD COLUMN "dealt_with_at" timestamp (3) with time zone;