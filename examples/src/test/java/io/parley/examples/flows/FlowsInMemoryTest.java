package io.parley.examples.flows;

/** By calls of the ports. */
class FlowsInMemoryTest extends Flows {

    @Override
    Stage raised(Plan plan) {
        return new InMemoryStage(plan);
    }
}
