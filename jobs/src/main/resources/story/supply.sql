-- The supply that is asked for, if the catalogue knows it.
select catalogue.description, catalogue.unit, catalogue.unit_price
from catalogue
inner join asked on asked.clave = catalogue.clave
