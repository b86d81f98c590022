package io.parley.inmemory;

import io.parley.ports.contract.ChangeListenerContract;
import io.parley.ports.contract.ConferenceStoreContract;
import io.parley.ports.contract.HistoryContract;
import io.parley.ports.contract.SerializableContract;
import io.parley.ports.out.ConferenceStore;

class InMemoryConferenceStoreTest
        implements ConferenceStoreContract, SerializableContract, ChangeListenerContract, HistoryContract {

    @Override
    public ConferenceStore store() {
        return new InMemoryConferenceStore((change, thrown) -> {});
    }
}
