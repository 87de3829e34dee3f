package org.etabli.ui;

import org.eclipse.osgi.util.NLS;

/** Sentences of this bundle; French is the default. */
final class Messages extends NLS {
    public static String cannotRead;
    public static String cannotOpen;
    public static String notADossier;
    public static String openTitle;
    public static String openMessage;
    public static String newTitle;
    public static String newDescription;
    public static String newName;
    public static String newNameDefault;
    public static String newFolder;
    public static String newBrowse;
    public static String newExample;
    public static String newExampleNone;
    public static String newNameMissing;
    public static String newFolderOccupied;
    public static String openQuestion;
    public static String chainTitle;
    public static String chainBecause;
    public static String chainUses;
    public static String chainBack;
    public static String chainNothing;
    public static String newNameCharter;
    public static String newExampleNoneHelp;
    public static String welcome;
    public static String welcomeTitle;
    public static String welcomeWhat;
    public static String welcomeBegin;
    public static String welcomeRecent;
    public static String welcomeRecentNone;
    public static String welcomeNew;
    public static String welcomeNewHelp;
    public static String welcomeCharter;
    public static String welcomeCharterHelp;
    public static String welcomeExample;
    public static String welcomeExampleHelp;
    public static String welcomeOpen;
    public static String welcomeOpenHelp;
    public static String welcomeHow;
    public static String welcomeStep1;
    public static String welcomeStep2;
    public static String welcomeStep3;
    public static String welcomeStep4;
    public static String welcomeHelp;
    public static String welcomeKeys;
    public static String welcomeKeysAll;
    public static String welcomeSearch;
    public static String welcomeNotice;
    public static String settingsHelp;
    public static String settingsAuthor;
    public static String settingsPath;
    public static String settingsPathSmall;
    public static String settingsPathAlways;
    public static String settingsPathNever;
    public static String kindVersions;
    public static String kindAnnexes;
    public static String kindOwn;
    public static String dossierPart;
    public static String identityAgents;
    public static String identityAmount;
    public static String identityAuthority;
    public static String identityInhabitants;
    public static String identityIntro;
    public static String identityKind;
    public static String identityLaunch;
    public static String identityName;
    public static String identityNeed;
    public static String identityProcedure;
    public static String identityProcedureKind;
    public static String identityProject;
    public static String identityProjectTitle;
    public static String identityReference;
    public static String identitySiret;
    public static String identitySystem;
    public static String identityTitle;
    public static String homeDocuments;
    public static String homeMade;
    public static String homeNotMade;
    public static String homePage;
    public static String homeBuyer;
    public static String identityAll;
    public static String identityPage;
    public static String homeDossier;
    public static String homeReading;
    public static String homeNext;
    public static String homeSteps;
    public static String homeNothing;
    public static String homeOptional;
    public static String homeInhabitants;
    public static String identityWithoutAi;
    public static String identityOtherWays;
    public static String identityCompetence;
    public static String identityRoute;
    public static String identityMonths;
    public static String identityPeople;
    public static String identityPeopleHelp;
    public static String identityBuyer;
    public static String identityLead;
    public static String identityDpo;
    public static String identityRssi;
    public static String identityEthics;
    public static String identityLegal;
    public static String identityElected;
    public static String identityOutside;
    public static String identityUnsaid;

    static {
        NLS.initializeMessages("org.etabli.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
