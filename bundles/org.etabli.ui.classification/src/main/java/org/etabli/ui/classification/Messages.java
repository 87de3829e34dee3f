package org.etabli.ui.classification;

import org.eclipse.osgi.util.NLS;

/** Sentences of this bundle; French is the default. */
final class Messages extends NLS {
    public static String pageOverview;
    public static String pageFacts;
    public static String pageResult;
    public static String pageSource;
    public static String headerFinding;
    public static String briefOnly;
    public static String briefOnlyHelp;
    public static String columnQuestion;
    public static String columnAnswer;
    public static String decisive;
    public static String yes;
    public static String no;
    public static String unknown;
    public static String unknownOthers;
    public static String examplesYes;
    public static String examplesNo;
    public static String basis;
    public static String fieldBy;
    public static String fieldOn;
    public static String fieldMe;
    public static String fieldMeHelp;
    public static String fieldEvidence;
    public static String fieldNote;
    public static String result;
    public static String allReasons;
    public static String nextQuestion;
    public static String alsoApplies;
    public static String soFar;
    public static String missingCount;
    public static String reasons;
    public static String missingFacts;
    public static String whatIf;
    public static String whatIfNothing;
    public static String whatIfLine;
    public static String whatIfMore;
    public static String duties;
    public static String frenchLaw;
    public static String dutiesNone;
    public static String doubts;
    public static String doubtsNone;
    public static String receipt;
    public static String notice;
    public static String traceFired;
    public static String traceOpen;
    public static String traceIdle;
    public static String traceExcluded;
    public static String overviewState;
    public static String overviewSteps;
    public static String overviewProject;
    public static String overviewLaw;
    public static String overviewAuthority;
    public static String overviewSystem;
    public static String overviewNeed;
    public static String overviewSources;
    public static String overviewInhabitants;
    public static String overviewNoDossier;
    public static String overviewProgress;
    public static String overviewNothingMissing;
    public static String overviewLawText;
    public static String stepFacts;
    public static String stepResult;
    public static String stepAnnexes;
    public static String stepDossier;

    static {
        NLS.initializeMessages("org.etabli.ui.classification.messages", Messages.class);
    }

    private Messages() {
    }
}
