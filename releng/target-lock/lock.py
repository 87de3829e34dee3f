#!/usr/bin/env python3
"""Writes the target definition from Maven's closure of the roots in roots.xml; `releng/target-lock/lock` runs it.

The whole closure is listed with exact versions and depth "none": Tycho's own transitive resolution takes each root by
itself and brings old duplicates, and version ranges make Maven read the pom of every version there ever was.
"""
import re
import sys

# Annotations and service namespaces that nobody needs at run time, and jars that come wrapped (below) or not at all.
LEFT_OUT = {
    "animal-sniffer-annotations", "osgi.annotation", "org.osgi.namespace.extender", "org.osgi.namespace.implementation",
    "commons-io", "batik-css", "batik-util", "batik-constants", "batik-i18n", "batik-shared-resources",
    "xmlgraphics-commons", "xml-apis-ext", "graphics2d",
}
BATIK = "org.apache.xmlgraphics"
JUPITER, JUNIT = "5.13.4", "1.13.4"
TESTS = [
    ("org.junit.jupiter", "junit-jupiter-api", JUPITER),
    ("org.junit.jupiter", "junit-jupiter-engine", JUPITER),
    ("org.junit.jupiter", "junit-jupiter-params", JUPITER),
    ("org.junit.platform", "junit-platform-commons", JUNIT),
    ("org.junit.platform", "junit-platform-engine", JUNIT),
    ("org.junit.platform", "junit-platform-launcher", JUNIT),
    # Tycho's JUnit provider asks for the suites though no test uses them
    ("org.junit.platform", "junit-platform-suite-api", JUNIT),
    ("org.junit.platform", "junit-platform-suite-commons", JUNIT),
    ("org.junit.platform", "junit-platform-suite-engine", JUNIT),
    ("org.opentest4j", "opentest4j", "1.3.0"),
    ("org.apiguardian", "apiguardian-api", "1.1.2"),
]
EVERYTHING = '*;version="${version}";-noimport:=true'


def dependency(group, artifact, version, classifier=""):
    extra = f"<classifier>{classifier}</classifier>" if classifier else ""
    return (f"        <dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
            f"<version>{version}</version><type>jar</type>{extra}</dependency>\n")


def location(label, artifacts, missing="error", instructions=""):
    return (f'    <location type="Maven" label="{label}" includeDependencyDepth="none" includeDependencyScopes="compile" '
            f'includeSource="false" missingManifest="{missing}">\n      <dependencies>\n'
            + "".join(dependency(*a) for a in artifacts)
            + f"      </dependencies>\n{instructions}    </location>\n")


def wrapped(label, artifact, name, imports="*;resolution:=optional", exports=EVERYTHING):
    """A plain jar made a bundle. Imports that must not get lost are named: p2 installs nothing for optional ones."""
    return location(label, [artifact], "generate", f"""      <instructions><![CDATA[
version:               ${{version_cleanup;${{mvnVersion}}}}
Bundle-Name:           ${{mvnGroupId}}:${{mvnArtifactId}}:${{mvnVersion}}
Bundle-SymbolicName:   {name}
Bundle-Version:        ${{version}}
Import-Package:        {imports}
Export-Package:        {exports}
]]></instructions>
""")


def closure(listing):
    """The artifacts in the output of dependency:list, sorted."""
    found = {(m[1], m[2]): m[3] for m in re.finditer(r"^\[INFO\]    (\S+?):(\S+?):jar:(\S+?):compile", listing, re.M)}
    return [(group, artifact, version) for (group, artifact), version in sorted(found.items()) if artifact not in LEFT_OUT]


def target(listing):
    artifacts = closure(listing)
    platform = [a for a in artifacts if a[0] == "org.eclipse.platform"]
    others = [a for a in artifacts if a[0] != "org.eclipse.platform"]
    return "".join([
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<?pde version="3.8"?>\n',
        "<!-- Written by releng/target-lock/lock from roots.xml: change that file, not this one. -->\n",
        '<target name="etabli">\n  <locations>\n',
        location("Eclipse platform 2026-03 (4.39)", platform),
        location("Libraries, and what the platform needs from others", others),
        wrapped("flexmark in one jar", ("com.vladsch.flexmark", "flexmark-all", "0.64.8", "lib"), "com.vladsch.flexmark"),
        wrapped("SAC, plain jar", ("xml-apis", "xml-apis-ext", "1.3.04"), "org.w3c.css.sac",
                exports='org.w3c.css.sac;version="1.3.4",org.w3c.css.sac.helpers;version="1.3.4"'),
        wrapped("Batik CSS, plain jar: org.eclipse.e4.ui.css.core requires this bundle by name",
                (BATIK, "batik-css", "1.19"), "org.apache.batik.css",
                "org.w3c.css.sac,org.w3c.css.sac.helpers,org.apache.batik.util,org.apache.batik.i18n,*;resolution:=optional"),
        wrapped("batik-util, plain jar", (BATIK, "batik-util", "1.19"), "org.apache.batik.util",
                "org.apache.batik.i18n,org.apache.batik.constants,*;resolution:=optional"),
        wrapped("batik-i18n, plain jar", (BATIK, "batik-i18n", "1.19"), "org.apache.batik.i18n"),
        wrapped("batik-constants, plain jar", (BATIK, "batik-constants", "1.19"), "org.apache.batik.constants"),
        # the releases that are bundles (3.0.3 to 3.0.5) import nothing, and so see no class of PDFBox
        wrapped("Pictures in a PDF, plain jar", ("de.rototor.pdfbox", "graphics2d", "3.0.2"), "de.rototor.pdfbox.graphics2d", "*"),
        location("Tests", TESTS),
        "  </locations>\n</target>\n",
    ])


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write(target(sys.stdin.read()))
