package mx.abasto.jobs.report;

/**
 * What a workbook is about.
 *
 * @param id {@code MX} for the nation, else a state's code
 */
record Scope(String id) {
    static final Scope NATION = new Scope("MX");

    boolean isNation() {
        return equals(NATION);
    }

    String fileName() {
        return isNation() ? "inventory.xlsx" : "inventory-" + id + ".xlsx";
    }

    String title(Texts texts) {
        return isNation() ? texts.text("scope.nation") : texts.text("scope.state", texts.state(id));
    }

    /** Whether its workbook has a sheet. */
    boolean has(SheetPlan plan) {
        return isNation() || plan.scope() == SheetPlan.SheetScope.EVERY_WORKBOOK;
    }

    /** Whether its workbook has a column: in a state's, every row is of that state. */
    boolean has(SheetColumn column) {
        return isNation() || !column.name().equals("state");
    }
}
