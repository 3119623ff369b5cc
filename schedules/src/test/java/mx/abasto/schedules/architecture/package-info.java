@org.jspecify.annotations.NullMarked
package mx.abasto.schedules.architecture;
