package org.etabli.ui.charter.assessment;

import org.eclipse.osgi.util.NLS;

/** Sentences of the assessment and of the involvement record; French is the default. */
final class Messages extends NLS {
    public static String pageOverview;
    public static String pageJudge;
    public static String pageInvolvement;
    public static String assess;
    public static String openCharter;
    public static String charterReading;
    public static String charterNone;
    public static String charterBroken;
    public static String factsBroken;
    public static String overviewTitle;
    public static String overviewState;
    public static String overviewSteps;
    public static String overviewPrinciples;
    public static String overviewConflicts;
    public static String overviewRemarks;
    public static String overviewOpen;
    public static String judgedOf;
    public static String judgedShort;
    public static String keptOverall;
    public static String ofCharter;
    public static String stepConflict;
    public static String stepNext;
    public static String stepProposals;
    public static String stepVersion;
    public static String stepInvolvement;
    public static String noConflicts;
    public static String noRemarks;
    public static String nothingOpen;
    public static String more;
    public static String columnPrinciple;
    public static String columnAtLeast;
    public static String columnAtMost;
    public static String columnJudged;
    public static String counts;
    public static String toCommitments;
    public static String columnCommitment;
    public static String columnLevel;
    public static String columnVerdict;
    public static String radarName;
    public static String radarLeast;
    public static String radarMost;
    public static String contradicted;
    public static String verdictContradicted;
    public static String verdictProposed;
    public static String titleWithLevel;
    public static String openFirst;
    public static String openFirstHelp;
    public static String openGroup;
    public static String levelAndResponsible;
    public static String expected;
    public static String whatFactsSay;
    public static String factsSayNothing;
    public static String factsPropose;
    public static String factsAgree;
    public static String factsContradict;
    public static String accept;
    public static String acceptHelp;
    public static String factAsEvidence;
    public static String openQuestion;
    public static String verdictSection;
    public static String fieldReason;
    public static String fieldEvidence;
    public static String fieldBy;
    public static String fieldOn;
    public static String me;
    public static String meHelp;
    public static String involvementTitle;
    public static String consultations;
    public static String columnWho;
    public static String columnWhen;
    public static String columnPoints;
    public static String pointsAnswered;
    public static String pointsOpen;
    public static String nobodyConsulted;
    public static String involvementSummary;
    public static String newWho;
    public static String newAsked;
    public static String fieldWho;
    public static String fieldHow;
    public static String fieldWhen;
    public static String fieldDay;
    public static String fieldPeople;
    public static String fieldNote;
    public static String points;
    public static String columnAsked;
    public static String columnAnswered;
    public static String notAnswered;
    public static String fieldAsked;
    public static String fieldAnswered;
    public static String notANumber;
    public static String notEmpty;
    public static String add;
    public static String remove;
    public static String up;
    public static String down;

    static {
        NLS.initializeMessages("org.etabli.ui.charter.assessment.messages", Messages.class);
    }

    private Messages() {
    }
}
