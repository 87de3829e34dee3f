# Shared by the scripts of releng/ (POSIX sh, to be sourced): finds a JDK, brings Maven, installs Debian packages.

maven_version=3.9.12      # Tycho 5 refuses anything before 3.9.9; Debian 12 has 3.8.7
oldest_java=21            # Tycho 5 and our bundles are Java 21
root=$(cd "$(dirname "$0")" && while [ ! -f pom.xml ]; do [ "$PWD" != / ] || exit 1; cd ..; done; pwd)
tools=${XDG_CACHE_HOME:-$HOME/.cache}/etabli-build

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# The major version of the JDK installed in $1, or 0. Read from its "release" file: no process to start.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    echo "${version:-0}"
}

# Exports JAVA_HOME: the first JDK that is new enough.
find_jdk() {
    on_path=$(readlink -f "$(command -v javac || echo /nonexistent)")
    for jdk in "${JAVA_HOME:-/nonexistent}" "${on_path%/bin/javac}" /usr/lib/jvm/* /opt/*jdk* /usr/local/*jdk* \
            "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ "$(jdk_version "$jdk")" -ge "$oldest_java" ]; then
            JAVA_HOME=$jdk
            export JAVA_HOME
            return
        fi
    done
    die "Aucun JDK $oldest_java ou plus récent : installez-en un, ou indiquez-le par JAVA_HOME." \
        "(No JDK $oldest_java or later: install one, or name it by JAVA_HOME.)"
}

# Fetches the Maven that Tycho needs into the user's cache, through the system's Maven and its settings.
bring_maven() {
    [ -x "$tools/apache-maven-$maven_version/bin/mvn" ] && return
    command -v mvn > /dev/null || die "Il manque Maven (n'importe quelle version) : apt-get install maven" "(Maven is missing.)"
    say "Maven $maven_version : premier téléchargement…"
    new=$tools/new.$$
    mkdir -p "$new"
    # Outside the tree: the system's Maven is too old for what .mvn asks for. In a folder of its own, thrown away:
    # without a project the plugin leaves a folder literally named ${project.basedir}.
    (cd "$new" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack \
        -Dartifact="org.apache.maven:apache-maven:$maven_version:zip:bin" -DoutputDirectory="$new" >&2) || {
        rm -rf "$new"
        die "Maven $maven_version n'a pas pu être téléchargé. (It could not be fetched.)"
    }
    # another run may have been first: then its copy stays
    mv "$new/apache-maven-$maven_version" "$tools/" 2> /dev/null || true
    rm -rf "$new"
}

# Runs Maven on the whole tree, under the command in $under if that is set.
maven() {
    find_jdk
    bring_maven
    # the machine's own settings (a mirror, a proxy) are those of the system's Maven
    if [ -r /etc/maven/settings.xml ]; then set -- "$@" -gs /etc/maven/settings.xml; fi
    (cd "$root" && ${under-} "$tools/apache-maven-$maven_version/bin/mvn" "$@")
}
