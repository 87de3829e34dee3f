package org.etabli.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;

import org.etabli.model.Text;

/** What the operating system could not do, in the user's language and with the file: the one place that knows its English words. */
public final class FileTrouble {
    /** Parts of what systems say, in small letters, by the sentence that says it. */
    private static final Map<String, String> REASONS = Map.ofEntries(Map.entry("no space left", "full"), Map.entry("not enough space", "full"), Map.entry("disk quota", "quota"),
            Map.entry("read-only file system", "read-only"), Map.entry("is a directory", "folder"), Map.entry("not a directory", "not-folder"),
            Map.entry("file name too long", "long-name"), Map.entry("too many levels of symbolic links", "loop"), Map.entry("permission denied", "denied"),
            Map.entry("operation not permitted", "denied"), Map.entry("access is denied", "denied"), Map.entry("too many open files", "many-files"),
            Map.entry("input/output error", "device"), Map.entry("device or resource busy", "busy"), Map.entry("being used by another process", "busy"),
            Map.entry("stale file handle", "device"), Map.entry("file too large", "large"));

    private FileTrouble() {
    }

    /** One sentence. */
    public static Text of(IOException e) {
        String file = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
        String reason = "trouble." + reason(e);
        return file.isEmpty() ? YamlMessages.TEXTS.text("trouble.unnamed", YamlMessages.TEXTS.text(reason)) : YamlMessages.TEXTS.text("trouble", file, YamlMessages.TEXTS.text(reason));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException x -> "missing";
            case AccessDeniedException x -> "denied";
            case FileAlreadyExistsException x -> "exists";
            case NotDirectoryException x -> "not-folder";
            case DirectoryNotEmptyException x -> "not-empty";
            case CharacterCodingException x -> "not-utf8";
            case FileSystemException x -> reason(x.getReason());
            default -> reason(e.getMessage());
        };
    }

    private static String reason(String words) {
        String small = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return REASONS.entrySet().stream().filter(r -> small.contains(r.getKey())).map(Map.Entry::getValue).findFirst().orElse("other");
    }
}
