package io.parley.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Walks one source file, only through what is visible from other packages. */
final class MissingComments extends TreePathScanner<Void, Void> {

    private final DocTrees comments;
    private final CompilationUnitTree unit;
    private final List<String> missing = new ArrayList<>();

    MissingComments(JavacTask task, CompilationUnitTree unit) {
        this.comments = DocTrees.instance(task);
        this.unit = unit;
    }

    List<String> find() {
        scan(unit, null);
        return missing;
    }

    @Override
    public Void visitPackage(PackageTree tree, Void nothing) {
        if (unit.getSourceFile()
                .isNameCompatible("package-info", unit.getSourceFile().getKind())) {
            check("package " + tree.getPackageName());
        }
        return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        if (!isPublic(tree)) {
            return null;
        }
        check(tree.getSimpleName().toString());
        return super.visitClass(tree, nothing);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        return null;
    }

    private boolean isPublic(ClassTree tree) {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        boolean inInterface = parent.getKind() == Tree.Kind.INTERFACE || parent.getKind() == Tree.Kind.ANNOTATION_TYPE;
        return inInterface || tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    private void check(String what) {
        TreePath path = getCurrentPath();
        if (comments.getDocComment(path) == null) {
            missing.add(what + " in " + Path.of(unit.getSourceFile().toUri()));
        }
    }
}
