import { PersonaConfig, type PersonaWeek } from '@coliseum/domain/persona';
import type { StoredDocument, StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { toDouble, toObjectId } from './values.ts';

export function toPersonaWeekDocument(week: PersonaWeek): StoredDocument<'PersonaWeek'> {
  return {
    _id: toObjectId(week.id),
    week_number: week.weekNumber,
    start_date: week.startDate,
    end_date: week.endDate,
    persona_name: week.personaName,
    config_file: week.configFile,
    description: week.description,
    config: toConfig(week.config),
    active: week.active,
    created_at: week.createdAt,
  };
}

export function fromPersonaWeekRow(row: StoredRow<'PersonaWeek'>): PersonaWeek {
  return {
    id: row._id,
    weekNumber: row.week_number,
    startDate: row.start_date,
    endDate: row.end_date,
    personaName: row.persona_name,
    configFile: row.config_file,
    description: row.description,
    config: fromConfig(row.config),
    active: row.active,
    createdAt: row.created_at,
  };
}

// The file's own format is snake_case already, so only the numbers change.
function toConfig(config: PersonaConfig): StoredValueObject<'PersonaConfig'> {
  return {
    ...config,
    confidence_threshold: toDouble(config.confidence_threshold),
    max_bet_percentage: toDouble(config.max_bet_percentage),
  };
}

/** What the file said that week. The rules for files are not asked again: they may have changed since. */
function fromConfig(config: StoredRow<'PersonaWeek'>['config']): PersonaConfig {
  return {
    name: config.name,
    description: config.description,
    version: config.version,
    risk_tolerance: PersonaConfig.shape.risk_tolerance.parse(config.risk_tolerance),
    confidence_threshold: config.confidence_threshold,
    max_bet_percentage: config.max_bet_percentage,
    decision_framework: config.decision_framework,
    evaluation_criteria: [...config.evaluation_criteria],
    prompt_template: config.prompt_template,
  };
}
