CREATE TABLE "carved_job" (
	"placement_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"red_lines" json NOT NULL,
	"days_per_week" integer DEFAULT 5 NOT NULL,
	"asks" text COLLATE "C" DEFAULT '' NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "caseload_mail" (
	"person_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"last_week" text COLLATE "C",
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "follow_up" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"month" integer NOT NULL,
	"token_hash" text COLLATE "C",
	"sealed_token" text COLLATE "C",
	"mailed_to_hash" text COLLATE "C",
	"sent" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up_form" (
	"follow_up_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"filled_by" text COLLATE "C" NOT NULL,
	"answers" json NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "follow_up_form_pk" PRIMARY KEY("follow_up_id","side","filled_by")
);
--> statement-breakpoint
CREATE TABLE "follow_up_stop" (
	"placement_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follow_up_stop_pk" PRIMARY KEY("placement_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "guidance" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"on_day" text COLLATE "C" NOT NULL,
	"minutes" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" DEFAULT '' NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "membership_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"warned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisation_log" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"detail" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"public_key" text COLLATE "C" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" json NOT NULL,
	"label" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"active_at" timestamp (3) with time zone NOT NULL,
	"warned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"coach_id" text COLLATE "C",
	"assessment_id" text COLLATE "C",
	"assessment_erased_on" text COLLATE "C",
	"sector" text COLLATE "C" NOT NULL,
	"host_name" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" DEFAULT '' NOT NULL,
	"target_job" text COLLATE "C" NOT NULL,
	"host_email" text COLLATE "C" DEFAULT '' NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"route" text COLLATE "C" NOT NULL,
	"phase" text COLLATE "C" NOT NULL,
	"since" text COLLATE "C" NOT NULL,
	"stage_start" text COLLATE "C",
	"first_contract_day" text COLLATE "C",
	"legal_ticked" json NOT NULL,
	"needs_shared_on" text COLLATE "C",
	"previous_id" text COLLATE "C",
	"closed_on" text COLLATE "C",
	"outcome" text COLLATE "C",
	"outcome_reason" text COLLATE "C",
	"outcome_note" text COLLATE "C" DEFAULT '' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"active_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placement_event" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"detail" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placement_need" (
	"placement_id" text COLLATE "C" NOT NULL,
	"need" text COLLATE "C" NOT NULL,
	CONSTRAINT "placement_need_pk" PRIMARY KEY("placement_id","need")
);
--> statement-breakpoint
CREATE TABLE "placement_note" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"visit_id" text COLLATE "C",
	"text" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placement_threshold" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"item" text COLLATE "C",
	"text" text COLLATE "C" NOT NULL,
	"weight" text COLLATE "C" NOT NULL,
	"seen_on" text COLLATE "C" NOT NULL,
	"lowered_on" text COLLATE "C",
	"side" text COLLATE "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"rival" json,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_link" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"next" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"when_done" text COLLATE "C" NOT NULL,
	"minutes" integer NOT NULL,
	"per" text COLLATE "C" NOT NULL,
	"needs" json NOT NULL,
	"risk" text COLLATE "C" NOT NULL,
	"adapted" text COLLATE "C" DEFAULT '' NOT NULL,
	"done_by" text COLLATE "C" DEFAULT '' NOT NULL,
	"carve" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tried_remedy" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"threshold_id" text COLLATE "C" NOT NULL,
	"remedy" text COLLATE "C",
	"text" text COLLATE "C" DEFAULT '' NOT NULL,
	"tried_on" text COLLATE "C" NOT NULL,
	"helped" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"placement_id" text COLLATE "C" NOT NULL,
	"on_day" text COLLATE "C" NOT NULL,
	"time" text COLLATE "C" DEFAULT '' NOT NULL,
	"purpose" text COLLATE "C" DEFAULT '' NOT NULL,
	"started_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"report" text COLLATE "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiver" (
	"placement_id" text COLLATE "C" NOT NULL,
	"item" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"by_whom" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "waiver_pk" PRIMARY KEY("placement_id","item")
);
--> statement-breakpoint
CREATE TABLE "worker_count" (
	"assessment_id" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"answer" text COLLATE "C" NOT NULL,
	"n" integer NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "worker_count_pk" PRIMARY KEY("assessment_id","question","answer")
);
--> statement-breakpoint
CREATE TABLE "worker_device" (
	"assessment_id" text COLLATE "C" NOT NULL,
	"device_hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "worker_device_pk" PRIMARY KEY("assessment_id","device_hash")
);
--> statement-breakpoint
ALTER TABLE "action" ADD COLUMN "proposed_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "organisation_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "started_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "starter_voice" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "taken_over_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "link" ADD COLUMN "person_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "link" ADD COLUMN "bound_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "link" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "link" ADD COLUMN "scope" json;--> statement-breakpoint
ALTER TABLE "link" ADD COLUMN "sealed" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "placement_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "person_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "device" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "replaced" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "carved_job" ADD CONSTRAINT "carved_job_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caseload_mail" ADD CONSTRAINT "caseload_mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_form" ADD CONSTRAINT "follow_up_form_follow_up_id_follow_up_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_up"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_stop" ADD CONSTRAINT "follow_up_stop_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_stop" ADD CONSTRAINT "follow_up_stop_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance" ADD CONSTRAINT "guidance_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_log" ADD CONSTRAINT "organisation_log_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_coach_id_person_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_event" ADD CONSTRAINT "placement_event_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_need" ADD CONSTRAINT "placement_need_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_note" ADD CONSTRAINT "placement_note_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_note" ADD CONSTRAINT "placement_note_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_threshold" ADD CONSTRAINT "placement_threshold_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tried_remedy" ADD CONSTRAINT "tried_remedy_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tried_remedy" ADD CONSTRAINT "tried_remedy_threshold_id_placement_threshold_id_fk" FOREIGN KEY ("threshold_id") REFERENCES "public"."placement_threshold"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worker_count" ADD CONSTRAINT "worker_count_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worker_device" ADD CONSTRAINT "worker_device_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_placement_month" ON "follow_up" USING btree ("placement_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_token_hash" ON "follow_up" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "guidance_placement" ON "guidance" USING btree ("placement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "handover_token_hash" ON "handover" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "handover_placement" ON "handover" USING btree ("placement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token_hash" ON "invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitation_organisation" ON "invitation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "membership_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "organisation_log_organisation" ON "organisation_log" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "passkey_person" ON "passkey" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_active_at" ON "person" USING btree ("active_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "placement_code" ON "placement" USING btree ("code");--> statement-breakpoint
CREATE INDEX "placement_coach" ON "placement" USING btree ("coach_id");--> statement-breakpoint
CREATE INDEX "placement_organisation" ON "placement" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "placement_assessment" ON "placement" USING btree ("assessment_id");--> statement-breakpoint
CREATE INDEX "placement_event_placement" ON "placement_event" USING btree ("placement_id","at");--> statement-breakpoint
CREATE INDEX "placement_note_placement" ON "placement_note" USING btree ("placement_id");--> statement-breakpoint
CREATE INDEX "placement_threshold_placement" ON "placement_threshold" USING btree ("placement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_link_token_hash" ON "sign_in_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sign_in_link_expires_at" ON "sign_in_link" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "task_placement" ON "task" USING btree ("placement_id");--> statement-breakpoint
CREATE INDEX "tried_remedy_threshold" ON "tried_remedy" USING btree ("threshold_id");--> statement-breakpoint
CREATE INDEX "tried_remedy_placement" ON "tried_remedy" USING btree ("placement_id");--> statement-breakpoint
CREATE INDEX "visit_placement" ON "visit" USING btree ("placement_id");--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_started_by_person_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_organisation" ON "assessment" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "assessment_started_by" ON "assessment" USING btree ("started_by");--> statement-breakpoint
CREATE INDEX "link_person" ON "link" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mail_placement" ON "mail" USING btree ("placement_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");