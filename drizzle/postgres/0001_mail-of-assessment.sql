ALTER TABLE "mail" ADD COLUMN "assessment_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_assessment" ON "mail" USING btree ("assessment_id");