package mx.abasto.common.model;

/** The catalogue's groups of claves (contract section 1). */
public enum SupplyGroup {
    MEDICINE,
    VACCINE,
    NUTRITION,
    CONTROLLED,
    CURATIVE,
    RADIOLOGY,
    LABORATORY,
    OTHER
}
