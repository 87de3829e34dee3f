package org.etabli.ui.form;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.graphics.Image;

/** Two texts beside each other, with what is different in them. */
final class TextComparison extends CompareEditorInput {

    /** A text that is read when it is needed. */
    interface Source {
        String read() throws CoreException;
    }

    private final String name;
    private final String left;
    private final Source right;

    TextComparison(CompareConfiguration configuration, String name, String left, Source right) {
        super(configuration);
        this.name = name;
        this.left = left;
        this.right = right;
        setTitle(name);
    }

    @Override
    protected Object prepareInput(IProgressMonitor monitor) throws InvocationTargetException {
        try {
            return new DiffNode(new Side(name, left), new Side(name, right.read()));
        } catch (CoreException e) {
            throw new InvocationTargetException(e, e.getMessage());
        }
    }

    private record Side(String name, String text) implements ITypedElement, IEncodedStreamContentAccessor {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public String getType() {
            return TEXT_TYPE;
        }

        @Override
        public InputStream getContents() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getCharset() {
            return StandardCharsets.UTF_8.name();
        }
    }
}
