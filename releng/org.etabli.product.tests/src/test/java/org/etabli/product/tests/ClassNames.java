package org.etabli.product.tests;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The classes that a class file names in its constant pool: what it may ask its loader for. Read by hand, so that any Java can. */
final class ClassNames {
    private ClassNames() {
    }

    /** With dots; no arrays, no primitive types. */
    static Set<String> in(byte[] classFile) throws IOException {
        Set<String> names = new TreeSet<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        if (in.readInt() != 0xCAFEBABE)
            throw new IOException("no class file");
        in.skipBytes(4);
        int count = in.readUnsignedShort();
        String[] texts = new String[count];
        int[] classes = new int[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7 -> classes[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.skipBytes(2);
                case 15 -> in.skipBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    // these take two places
                    i++;
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        for (int at : classes)
            if (at != 0)
                add(texts[at], names);
        return names;
    }

    private static void add(String name, Set<String> names) {
        String element = name.replaceFirst("^\\[+", "");
        boolean array = !element.equals(name);
        if (array && !element.startsWith("L"))
            return;
        names.add((array ? element.substring(1, element.length() - 1) : element).replace('/', '.'));
    }
}
