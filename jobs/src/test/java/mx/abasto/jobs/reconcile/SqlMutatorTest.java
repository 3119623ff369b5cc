package mx.abasto.jobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlMutatorTest {
    private static void assertMutants(String sql, String... mutants) {
        assertThat(SqlMutator.mutants(sql).stream().map(mutant -> mutant.sql()
                        .replaceAll("\\s+", " ")
                        .replace("( ", "(")
                        .strip()))
                .contains(mutants);
    }

    @Test
    void aJoinIsTurned() {
        assertMutants(
                "select a.x from a left join b on b.x = a.x",
                "select a.x from a inner join b on b.x = a.x",
                "select a.x from a right join b on b.x = a.x",
                "select a.x from a left join b on true");
        assertMutants("select a.x from a inner join b on b.x = a.x", "select a.x from a left join b on b.x = a.x");
    }

    @Test
    void aFilterIsDroppedInPartAndWhole() {
        assertMutants(
                "select x from a where x = y and not z and (u or v)",
                "select x from a",
                "select x from a where not z and (u or v)",
                "select x from a where x = y and (u or v)",
                "select x from a where x = y and not z",
                "select x from a where x = y and z and (u or v)",
                "select x from a where x = y or not z and (u or v)",
                "select x from a where x = y and not z and (u and v)",
                "select x from a where x = y and not z and (v)");
    }

    @Test
    void aBoundIsMovedByOne() {
        assertMutants(
                "select x from a where x > 7",
                "select x from a where x >= 7",
                "select x from a where x < 7",
                "select x from a where x > 8",
                "select x from a where x > 6");
        assertMutants(
                "select x from a where x >= days_after(y, z)",
                "select x from a where x >= days_after(y, z + 1)",
                "select x from a where x >= days_after(y, z - 1)");
    }

    @Test
    void aSignAndAFunctionAreTurned() {
        assertMutants(
                "select max(x) - coalesce(y, 0) from a",
                "select min(x) - coalesce(y, 0) from a",
                "select max(x) + coalesce(y, 0) from a",
                "select max(x) - coalesce(y) from a",
                "select max(x) - coalesce(y, 1) from a");
    }

    @Test
    void aBranchOfAUnionIsDropped() {
        assertMutants(
                "with c as (select 'x' from a union all select y from b union select z from d) select * from c",
                "with c as (select y from b union select z from d) select * from c",
                "with c as (select 'x' from a union select z from d) select * from c",
                "with c as (select 'x' from a union all select y from b ) select * from c",
                "with c as (select 'x~' from a union all select y from b union select z from d) select * from c");
    }

    @Test
    void aWindowLosesItsColumnsOneByOneAndIsTurned() {
        assertMutants(
                "select row_number() over (partition by x, y order by z desc, u) from a",
                "select row_number() over (partition by y order by z desc, u) from a",
                "select row_number() over (partition by x order by z desc, u) from a",
                "select row_number() over (partition by x, y order by z , u) from a",
                "select row_number() over (partition by x, y order by z desc, u desc) from a",
                "select row_number() over (partition by x, y order by u) from a");
    }

    @Test
    void columnsAreSwappedAndNullsSaySomething() {
        assertMutants(
                "select cast(null as varchar) as lot, x as expected_quantity, y as actual_quantity from a",
                "select cast('~' as varchar) as lot, x as expected_quantity, y as actual_quantity from a",
                "select cast(null as varchar) as lot, x as actual_quantity, y as expected_quantity from a");
    }

    @Test
    void aMutantSaysWhereItIs() {
        assertThat(SqlMutator.mutants("-- x > 1\nselect x\nfrom a where x is null").stream()
                        .map(SqlMutant::key))
                .containsExactly("3:8 where x is null → nothing", "3:19 null → not null");
    }
}
