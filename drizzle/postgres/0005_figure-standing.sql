CREATE TABLE "counted_plan" (
	"submission_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"plan" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts_shape" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"items" json NOT NULL,
	"dimensions" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_making" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"universe" text COLLATE "C" NOT NULL,
	"night" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_standing" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"making_id" text COLLATE "C" NOT NULL,
	"universe" text COLLATE "C" NOT NULL,
	"night" integer NOT NULL,
	"rows" json,
	"members" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
DROP INDEX "submission_sector_at";--> statement-breakpoint
ALTER TABLE "counted_plan" ADD CONSTRAINT "counted_plan_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "figure_making_night" ON "figure_making" USING btree ("universe","night");--> statement-breakpoint
CREATE INDEX "figure_standing_universe" ON "figure_standing" USING btree ("universe");--> statement-breakpoint
CREATE INDEX "submission_sector" ON "submission" USING btree ("sector","assessment_id");