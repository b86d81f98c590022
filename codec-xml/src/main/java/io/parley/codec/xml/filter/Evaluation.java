package io.parley.codec.xml.filter;

import java.util.List;
import java.util.Map;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.Function;
import org.jaxen.FunctionCallException;
import org.jaxen.Navigator;
import org.jaxen.SimpleVariableContext;
import org.jaxen.function.StringFunction;

/** What surrounds the evaluation of an expression in one request: prefixes, functions, nodes, and the count of what all of it costs. */
@SuppressWarnings("serial") // Jaxen's interfaces are serializable; nobody serializes an evaluation.
final class Evaluation extends ContextSupport {

    private final Steps steps;

    Evaluation(Map<String, String> prefixes, Steps steps) {
        super(
                prefixes::get,
                (namespace, prefix, name) -> function(name, steps),
                new SimpleVariableContext(),
                new TreeNavigator(steps));
        this.steps = steps;
    }

    /** The context of the root element of a document. */
    Context on(TreeNode.OfElement element) {
        steps.nextDocument();
        Context context = new Context(this);
        context.setNodeSet(List.of(element));
        context.setPosition(1);
        return context;
    }

    /** Operators and predicates ask for it each time they are computed, and so it is where they are counted. */
    @Override
    public Navigator getNavigator() {
        steps.take(1);
        return super.getNavigator();
    }

    private static Function function(String name, Steps steps) {
        CoreFunction function = CoreFunction.of(name).orElseThrow();
        return (context, arguments) -> call(function, context, arguments, steps);
    }

    private static Object call(CoreFunction function, Context context, List<?> arguments, Steps steps)
            throws FunctionCallException {
        steps.take(1);
        if (function.searches()) {
            Navigator navigator = context.getNavigator();
            steps.searching(
                    StringFunction.evaluate(arguments.get(0), navigator),
                    StringFunction.evaluate(arguments.get(1), navigator));
        }
        return function.code().call(context, arguments);
    }
}
