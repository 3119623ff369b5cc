package mx.abasto.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoReaderSeesAPartTest {

    @Test
    void everyFolderThatCanBeSeenDuringARunIsWhole() throws Exception {
        assertThat(SharedLakes.watched().seen()).hasSize(14 + 2).doesNotHaveDuplicates();
    }
}
