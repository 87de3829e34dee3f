package org.etabli.ui.charter;

import org.eclipse.osgi.util.NLS;

/** Sentences of this bundle; French is the default. */
final class Messages extends NLS {
    public static String pageOverview;
    public static String pagePrinciples;
    public static String openInForm;
    public static String overviewCharter;
    public static String overviewState;
    public static String overviewFindings;
    public static String fieldTitle;
    public static String fieldPreamble;
    public static String stateAdopted;
    public static String stateDraft;
    public static String numbers;
    public static String noFindings;
    public static String moreFindings;
    public static String filter;
    public static String columnTitle;
    public static String columnLevel;
    public static String untitled;
    public static String addPrinciple;
    public static String addItem;
    public static String addCommitment;
    public static String assessNoVersion;
    public static String moveUp;
    public static String moveDown;
    public static String remove;
    public static String removeAll;
    public static String newTitle;
    public static String newTitleMissing;
    public static String newPrinciple;
    public static String newItem;
    public static String newCommitment;
    public static String refused;
    public static String aPrinciple;
    public static String anItem;
    public static String aCommitment;
    public static String fieldText;
    public static String fieldId;
    public static String fieldIdHelp;
    public static String noId;
    public static String giveId;
    public static String fieldLevel;
    public static String levelOpen;
    public static String fieldResponsible;
    public static String fieldEvidence;
    public static String fieldSupplier;
    public static String fieldDuties;
    public static String fieldClauses;
    public static String fieldRespectedIf;
    public static String fieldBrokenIf;
    public static String add;
    public static String takeAway;
    public static String pickDuties;
    public static String pickClauses;
    public static String choose;
    public static String restFields;
    public static String restOther;
    public static String conditionTitle;
    public static String conditionHelp;
    public static String conditionQuestions;
    public static String conditionAnswers;
    public static String theClass;
    public static String yes;
    public static String no;
    public static String pagePreview;
    public static String pageVersions;
    public static String overviewSteps;
    public static String fieldVersion;
    public static String stepPrinciples;
    public static String stepPreview;
    public static String stepVersions;
    public static String stepAdopt;
    public static String stepRevise;
    public static String stepCounterpart;
    public static String stepDocuments;
    public static String adopt;
    public static String adoptTitle;
    public static String adoptVersion;
    public static String adoptHelp;
    public static String adoptOn;
    public static String adoptUnlikely;
    public static String closed;
    public static String adoptDeliberation;
    public static String adoptBy;
    public static String revise;
    public static String reviseHelp;
    public static String noBrowser;
    public static String versionsTitle;
    public static String versionBefore;
    public static String versionAfter;
    public static String columnWhere;
    public static String columnChange;
    public static String sideBefore;
    public static String sideAfter;
    public static String theHead;
    public static String theModel;
    public static String thisVersion;
    public static String versionAdopted;
    public static String versionDraft;
    public static String nothingToCompare;
    public static String noChange;
    public static String changes;
    public static String newCharter;
    public static String newCharterHelp;
    public static String newCharterFailed;
    public static String fromModel;
    public static String fromFile;
    public static String modelLine;
    public static String bothLanguages;
    public static String browse;
    public static String formats;
    public static String reportTitle;
    public static String reportHelp;
    public static String reportNothing;
    public static String reportLine;

    public static String previewComes;

    static {
        NLS.initializeMessages("org.etabli.ui.charter.messages", Messages.class);
    }

    private Messages() {
    }
}
