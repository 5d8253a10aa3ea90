CREATE TABLE "api_key" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "campaign" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"edition_id" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "edition" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"sector" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"draft" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "edition_version" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"edition_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"checklist_ref" text COLLATE "C" NOT NULL,
	"content" json NOT NULL,
	"changes" text COLLATE "C" DEFAULT '' NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_member" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"universe" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"member" text COLLATE "C" NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"account" boolean NOT NULL,
	"rows" json NOT NULL,
	"facts" json,
	"assessment_id" text COLLATE "C",
	"from_night" integer NOT NULL,
	"until_night" integer
);
--> statement-breakpoint
CREATE TABLE "figure_night" (
	"number" integer PRIMARY KEY NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_table" (
	"scope" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"night" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"rows" json NOT NULL,
	CONSTRAINT "figure_table_pk" PRIMARY KEY("scope","name","night")
);
--> statement-breakpoint
CREATE TABLE "logo" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"mime" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pilot" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"sector" text COLLATE "C" NOT NULL,
	"setting" text COLLATE "C" DEFAULT '' NOT NULL,
	"question" text COLLATE "C" DEFAULT '' NOT NULL,
	"starts_on" text COLLATE "C",
	"ends_on" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"published" json,
	"duplicated_from" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "pilot_assessment" (
	"pilot_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "pilot_assessment_pk" PRIMARY KEY("pilot_id","assessment_id")
);
--> statement-breakpoint
CREATE TABLE "pilot_entry" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"pilot_id" text COLLATE "C" NOT NULL,
	"phase" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pilot_lesson" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"pilot_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"item" text COLLATE "C",
	"origin" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pilot_partner" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"pilot_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"contribution" text COLLATE "C" DEFAULT '' NOT NULL,
	"token_hash" text COLLATE "C",
	"confirmed_hash" text COLLATE "C",
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "pilot_phase" (
	"pilot_id" text COLLATE "C" NOT NULL,
	"phase" integer NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"deliverables" json NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"done_on" text COLLATE "C",
	CONSTRAINT "pilot_phase_pk" PRIMARY KEY("pilot_id","phase")
);
--> statement-breakpoint
CREATE TABLE "pilot_placement" (
	"pilot_id" text COLLATE "C" NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "pilot_placement_pk" PRIMARY KEY("pilot_id","placement_id")
);
--> statement-breakpoint
CREATE TABLE "remark" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"checklist_ref" text COLLATE "C" NOT NULL,
	"item" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sector_action" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"sector" text COLLATE "C" NOT NULL,
	"item" text COLLATE "C",
	"title" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" DEFAULT '' NOT NULL,
	"due" text COLLATE "C",
	"status" text COLLATE "C" DEFAULT 'todo' NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uptake" (
	"campaign_id" text COLLATE "C" NOT NULL,
	"week" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"counting_key" text COLLATE "C" NOT NULL,
	"account" boolean NOT NULL,
	CONSTRAINT "uptake_pk" PRIMARY KEY("campaign_id","week","kind","counting_key")
);
--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "edition_version_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "campaign_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "edition_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "campaign_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "edition_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_version" ADD CONSTRAINT "edition_version_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."edition"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_member" ADD CONSTRAINT "figure_member_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logo" ADD CONSTRAINT "logo_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot" ADD CONSTRAINT "pilot_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_assessment" ADD CONSTRAINT "pilot_assessment_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_assessment" ADD CONSTRAINT "pilot_assessment_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_entry" ADD CONSTRAINT "pilot_entry_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_lesson" ADD CONSTRAINT "pilot_lesson_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_partner" ADD CONSTRAINT "pilot_partner_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_phase" ADD CONSTRAINT "pilot_phase_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_placement" ADD CONSTRAINT "pilot_placement_pilot_id_pilot_id_fk" FOREIGN KEY ("pilot_id") REFERENCES "public"."pilot"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pilot_placement" ADD CONSTRAINT "pilot_placement_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sector_action" ADD CONSTRAINT "sector_action_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uptake" ADD CONSTRAINT "uptake_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_token_hash" ON "api_key" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_key_organisation" ON "api_key" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_slug" ON "campaign" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "campaign_edition" ON "campaign" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "edition_organisation" ON "edition" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_slug" ON "edition" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_version_number" ON "edition_version" USING btree ("edition_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "figure_member_from" ON "figure_member" USING btree ("member","from_night");--> statement-breakpoint
CREATE INDEX "figure_member_assessment" ON "figure_member" USING btree ("assessment_id");--> statement-breakpoint
CREATE INDEX "figure_member_universe" ON "figure_member" USING btree ("universe");--> statement-breakpoint
CREATE INDEX "logo_organisation" ON "logo" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "pilot_organisation" ON "pilot" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "pilot_published" ON "pilot" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "pilot_assessment_assessment" ON "pilot_assessment" USING btree ("assessment_id");--> statement-breakpoint
CREATE INDEX "pilot_entry_pilot" ON "pilot_entry" USING btree ("pilot_id","day");--> statement-breakpoint
CREATE INDEX "pilot_lesson_pilot" ON "pilot_lesson" USING btree ("pilot_id");--> statement-breakpoint
CREATE INDEX "pilot_partner_pilot" ON "pilot_partner" USING btree ("pilot_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pilot_partner_token_hash" ON "pilot_partner" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "pilot_placement_placement" ON "pilot_placement" USING btree ("placement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "remark_once" ON "remark" USING btree ("assessment_id","item","kind");--> statement-breakpoint
CREATE INDEX "remark_item" ON "remark" USING btree ("checklist_ref","item");--> statement-breakpoint
CREATE INDEX "sector_action_organisation" ON "sector_action" USING btree ("organisation_id","sector");--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_edition_version_id_edition_version_id_fk" FOREIGN KEY ("edition_version_id") REFERENCES "public"."edition_version"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_edition_version" ON "assessment" USING btree ("edition_version_id");--> statement-breakpoint
CREATE INDEX "assessment_campaign" ON "assessment" USING btree ("campaign_id");