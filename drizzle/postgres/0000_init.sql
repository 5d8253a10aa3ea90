CREATE TABLE "action" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"remedy" text COLLATE "C",
	"title" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" DEFAULT '' NOT NULL,
	"due" text COLLATE "C",
	"status" text COLLATE "C" DEFAULT 'todo' NOT NULL,
	"instrument" text COLLATE "C",
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"items" json NOT NULL,
	"step" integer,
	"done_by" text COLLATE "C" DEFAULT '' NOT NULL,
	"done_at" text COLLATE "C",
	"done_how" text COLLATE "C" DEFAULT '' NOT NULL,
	"done_seq" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"round" integer NOT NULL,
	"item" text COLLATE "C" NOT NULL,
	"voice" text COLLATE "C" NOT NULL,
	"author" text COLLATE "C" NOT NULL,
	"author_label" text COLLATE "C" DEFAULT '' NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"reason_id" text COLLATE "C",
	"reason_text" text COLLATE "C" DEFAULT '' NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"proof" text COLLATE "C" DEFAULT '' NOT NULL,
	"base" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"checklist_ref" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"context" json NOT NULL,
	"label" text COLLATE "C" DEFAULT '' NOT NULL,
	"code_hash" text COLLATE "C",
	"counting_key" text COLLATE "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"active_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "current_answer" (
	"assessment_id" text COLLATE "C" NOT NULL,
	"round" integer NOT NULL,
	"item" text COLLATE "C" NOT NULL,
	"voice" text COLLATE "C" NOT NULL,
	"answer_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "current_answer_pk" PRIMARY KEY("assessment_id","round","item","voice","answer_id")
);
--> statement-breakpoint
CREATE TABLE "deletion" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"counts" json NOT NULL,
	"backups_until" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digest" (
	"assessment_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"confirm_hash" text COLLATE "C",
	"stop_hash" text COLLATE "C" NOT NULL,
	"stop_token" text COLLATE "C" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_week" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "guess" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"payload" json NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text COLLATE "C",
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "link" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" DEFAULT '' NOT NULL,
	"voice" text COLLATE "C" DEFAULT '' NOT NULL,
	"item" text COLLATE "C",
	"question" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "log" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"detail" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"to_address" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"payload" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone,
	"last_error" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "round" (
	"assessment_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "round_pk" PRIMARY KEY("assessment_id","number")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"data" json NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"round" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"level" integer NOT NULL,
	"counted" boolean NOT NULL,
	"counting_key" text COLLATE "C" NOT NULL,
	"sector" text COLLATE "C" NOT NULL,
	"checklist_ref" text COLLATE "C" NOT NULL,
	"context" json NOT NULL,
	"facts" json NOT NULL,
	"report" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_answer" ADD CONSTRAINT "current_answer_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log" ADD CONSTRAINT "log_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_assessment" ON "action" USING btree ("assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_assessment_seq" ON "answer" USING btree ("assessment_id","seq");--> statement-breakpoint
CREATE INDEX "answer_assessment_item" ON "answer" USING btree ("assessment_id","item");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_code_hash" ON "assessment" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "assessment_active_at" ON "assessment" USING btree ("active_at");--> statement-breakpoint
CREATE UNIQUE INDEX "digest_confirm_hash" ON "digest" USING btree ("confirm_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "digest_stop_hash" ON "digest" USING btree ("stop_hash");--> statement-breakpoint
CREATE INDEX "guess_expires_at" ON "guess" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "job_run_at" ON "job" USING btree ("run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "link_token_hash" ON "link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "link_assessment" ON "link" USING btree ("assessment_id");--> statement-breakpoint
CREATE INDEX "log_assessment" ON "log" USING btree ("assessment_id","at");--> statement-breakpoint
CREATE INDEX "mail_sent_at" ON "mail" USING btree ("sent_at","created_at");--> statement-breakpoint
CREATE INDEX "session_expires_at" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_assessment_round" ON "submission" USING btree ("assessment_id","round");--> statement-breakpoint
CREATE INDEX "submission_sector_at" ON "submission" USING btree ("sector","at");