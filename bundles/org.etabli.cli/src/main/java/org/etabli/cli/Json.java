package org.etabli.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.etabli.model.Decision;
import org.etabli.model.OwnContent;
import org.etabli.model.Text;
import org.etabli.model.Trace;
import org.etabli.model.Truth;
import org.etabli.model.Value;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;

/** The stable JSON of the command line: other programs rely on these names. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final byte[] LINE_END = System.lineSeparator().getBytes(StandardCharsets.UTF_8);

    /** As many as the law has duties, doubts and days. */
    private static final Map<Text, SerializedString[]> LAW_TEXTS = new ConcurrentHashMap<>();

    private static final Map<LocalDate, SerializedString> LAW_DAYS = new ConcurrentHashMap<>();

    private Json() {
    }

    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String write(Body body) {
        StringWriter out = new StringWriter();
        write(body, () -> FACTORY.createGenerator(out));
        return Terminal.inJson(out.toString());
    }

    private interface Start {
        JsonGenerator start() throws IOException;
    }

    private static void write(Body body, Start start) {
        try (JsonGenerator json = start.start()) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line in UTF-8, with its end: of a stream there are tens of thousands, so they are never characters on the way. */
    static byte[] decision(Decision d, LawDay day, boolean trace) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
        write(json -> decision(json, d, day, trace), () -> FACTORY.createGenerator(out, JsonEncoding.UTF8));
        out.writeBytes(LINE_END);
        return Terminal.inJson(out.toByteArray());
    }

    private static void decision(JsonGenerator json, Decision d, LawDay day, boolean trace) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", d.id());
        json.writeStringField("class", d.classId());
        words(json, "classes", d.classes());
        words(json, "basis", d.basis());
        json.writeArrayFieldStart("roles");
        for (Decision.RoleHeld role : d.roles()) {
            json.writeStartObject();
            json.writeStringField("role", role.id());
            truth(json, "held", role.held());
            json.writeEndObject();
        }
        json.writeEndArray();
        duties(json, "duties", d.duties());
        truth(json, "fria", d.fria());
        duties(json, "frenchLaw", d.frenchLaw());
        words(json, "missing", d.missing().stream().map(Decision.Missing::fact).toList());
        json.writeArrayFieldStart("doubts");
        for (Decision.Doubt doubt : d.doubts()) {
            json.writeStartObject();
            json.writeStringField("id", doubt.id());
            lawText(json, "text", doubt.text());
            words(json, "source", doubt.source());
            json.writeStringField("certainty", doubt.certainty().code());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("whatIf");
        for (Decision.WhatIf w : d.whatIf()) {
            json.writeStartObject();
            json.writeStringField("fact", w.fact());
            value(json, "from", w.from());
            value(json, "to", w.to());
            json.writeStringField("class", w.classId());
            json.writeEndObject();
        }
        json.writeEndArray();
        words(json, "unmoved", d.unmoved());
        presumed(json, d.presumed());
        words(json, "open", d.open());
        json.writeStringField("atLeast", d.atLeast().orElse(null));
        json.writeArrayFieldStart("unlawful");
        for (Decision.Unlawful use : d.unlawful()) {
            json.writeStartObject();
            json.writeStringField("id", use.id());
            lawText(json, "text", use.text());
            lawText(json, "wayOut", use.wayOut());
            words(json, "source", use.source());
            json.writeStringField("certainty", use.certainty().code());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("law", d.law());
        json.writeStringField("date", d.date().toString());
        json.writeStringField("dateFrom", day.origin());
        overrides(json, d);
        json.writeObjectFieldStart("receipt");
        json.writeArrayFieldStart("ruleSets");
        for (Decision.Receipt.Entry set : d.receipt().ruleSets()) {
            json.writeStartObject();
            json.writeStringField("id", set.id());
            json.writeStringField("version", set.version());
            json.writeStringField("sha256", set.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("engine", d.receipt().engine());
        json.writeStringField("factsSha256", d.receipt().factsSha256());
        json.writeArrayFieldStart("overrides");
        for (OwnContent own : d.receipt().own()) {
            json.writeStartObject();
            json.writeStringField("file", own.file());
            json.writeBooleanField("replaces", own.replaces());
            if (own.linkedTo().isPresent())
                json.writeStringField("linkedTo", own.linkedTo().get());
            json.writeStringField("sha256", own.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        if (trace)
            trace(json, d.trace());
        json.writeEndObject();
    }

    /** The files of content that the dossier brings: without them the result could be another one. */
    static void overrides(JsonGenerator json, Decision d) throws IOException {
        words(json, "overrides", d.receipt().own().stream().map(OwnContent::file).toList());
    }

    private static void presumed(JsonGenerator json, List<Decision.Presumed> presumed) throws IOException {
        json.writeArrayFieldStart("presumed");
        for (Decision.Presumed p : presumed) {
            json.writeStartObject();
            json.writeStringField("fact", p.fact());
            value(json, "value", p.value());
            lawText(json, "title", p.why().title());
            lawText(json, "doubt", p.why().doubt());
            lawText(json, "wayOut", p.why().wayOut());
            words(json, "source", p.why().source());
            json.writeStringField("certainty", p.why().certainty().code());
            json.writeArrayFieldStart("otherwise");
            for (Decision.WhatIf w : p.wayOuts()) {
                json.writeStartObject();
                value(json, "to", w.to());
                json.writeStringField("class", w.classId());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void duties(JsonGenerator json, String name, List<Decision.Duty> duties) throws IOException {
        json.writeArrayFieldStart(name);
        for (Decision.Duty duty : duties) {
            json.writeStartObject();
            json.writeStringField("id", duty.id());
            dates(json, duty);
            lawText(json, "text", duty.text());
            if (duty.borneBy().isPresent()) {
                json.writeObjectFieldStart("borneBy");
                json.writeStringField("id", duty.borneBy().get().id());
                lawText(json, "title", duty.borneBy().get().title());
                json.writeEndObject();
            }
            words(json, "source", duty.source());
            json.writeStringField("certainty", duty.certainty().code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Left out while no day is known. */
    static void day(JsonGenerator json, String name, Optional<LocalDate> day) throws IOException {
        if (day.isPresent()) {
            json.writeFieldName(name);
            json.writeString(LAW_DAYS.computeIfAbsent(day.get(), d -> new SerializedString(d.toString())));
        }
    }

    private static void trace(JsonGenerator json, Trace trace) throws IOException {
        json.writeArrayFieldStart("trace");
        for (Trace.Step step : trace.steps()) {
            json.writeStartObject();
            json.writeStringField("rule", step.rule().id());
            json.writeStringField("outcome", switch (step.outcome()) {
                case TRUE -> "fired";
                case FALSE -> "not_fired";
                case UNKNOWN -> "undecided";
            });
            json.writeArrayFieldStart("because");
            for (Trace.Cause cause : step.causes()) {
                json.writeStartObject();
                switch (cause) {
                    case Trace.Cause.OfFact f -> {
                        json.writeStringField("fact", f.fact());
                        value(json, "value", f.value());
                        words(json, "expected", f.expected());
                    }
                    case Trace.Cause.OfRule r -> {
                        json.writeStringField("rule", r.rule());
                        truth(json, "holds", r.truth());
                    }
                    case Trace.Cause.OfConclusion c -> {
                        json.writeStringField(c.kind(), c.id());
                        truth(json, "holds", c.truth());
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            words(json, "source", step.rule().source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** true, false, or null while it is not decided. */
    static void truth(JsonGenerator json, String name, Truth truth) throws IOException {
        if (truth == Truth.UNKNOWN)
            json.writeNullField(name);
        else
            json.writeBooleanField(name, truth == Truth.TRUE);
    }

    static void value(JsonGenerator json, String name, Value value) throws IOException {
        switch (value) {
            case Value.Choices c -> {
                json.writeArrayFieldStart(name);
                for (String option : c.options())
                    json.writeString(option);
                if (!c.complete())
                    json.writeString("unknown");
                json.writeEndArray();
            }
            case Value.Quantity q -> json.writeNumberField(name, q.amount());
            default -> json.writeStringField(name, value.code());
        }
    }

    static void text(JsonGenerator json, String name, Text text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("fr", text.fr());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    /** A text of the law: two thirds of what a decision prints, and the same for every system, so it is escaped once. */
    static void lawText(JsonGenerator json, String name, Text text) throws IOException {
        SerializedString[] sides = LAW_TEXTS.computeIfAbsent(text, t -> new SerializedString[] {new SerializedString(t.fr()), new SerializedString(t.en())});
        json.writeObjectFieldStart(name);
        json.writeFieldName("fr");
        json.writeString(sides[0]);
        json.writeFieldName("en");
        json.writeString(sides[1]);
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<Text> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (Text text : texts) {
            json.writeStartObject();
            json.writeStringField("fr", text.fr());
            json.writeStringField("en", text.en());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void words(JsonGenerator json, String name, List<String> words) throws IOException {
        json.writeArrayFieldStart(name);
        for (String word : words)
            json.writeString(word);
        json.writeEndArray();
    }

    static void dates(JsonGenerator json, Decision.Duty duty) throws IOException {
        json.writeStringField("path", duty.path());
        json.writeStringField("role", duty.role());
        day(json, "appliesFrom", duty.appliesFrom());
        day(json, "operativeFrom", duty.operativeFrom());
        day(json, "latestFrom", duty.latestFrom());
        day(json, "until", duty.until());
        if (duty.dayCertainty().isPresent())
            json.writeStringField("dayCertainty", duty.dayCertainty().get().code());
        json.writeStringField("status", duty.status().code());
    }
}
