"""The PRD's REST API as the PRD proposes it: FastAPI and Motor, each answer computed from the database."""

import os
from datetime import datetime, timezone
from typing import Optional

from bson import ObjectId
from fastapi import FastAPI, HTTPException
from motor.motor_asyncio import AsyncIOMotorClient

app = FastAPI()


@app.on_event("startup")
async def connect() -> None:
    app.state.db = AsyncIOMotorClient(os.environ["MONGODB_URL"]).get_default_database()


def dollars(cents: int) -> float:
    return cents / 100


def win_rate(stats: dict) -> Optional[float]:
    decided = stats["wins"] + stats["losses"]
    return stats["wins"] / decided if decided else None


def agent_row(agent: dict, rank: int) -> dict:
    stats = agent["stats"]
    return {
        "id": str(agent["_id"]),
        "name": agent["name"],
        "model_slug": agent["model_slug"],
        "rank": rank,
        "current_bankroll": dollars(agent["current_bankroll_cents"]),
        "total_pnl": dollars(agent["total_pnl_cents"]),
        "pnl_percent": 100 * agent["total_pnl_cents"] / agent["starting_bankroll_cents"],
        "stats": {
            "total_bets": stats["total_bets"],
            "wins": stats["wins"],
            "losses": stats["losses"],
            "abstentions": stats["abstentions"],
            "win_rate": win_rate(stats),
        },
        "display_color": agent["display_color"],
    }


def event_row(event: dict) -> dict:
    return {
        "id": str(event["_id"]),
        "title": event["title"],
        "question": event["question"],
        "category": event["category"],
        "locked_price": float(event["locked_price"]),
        "close_time": event["close_time"],
        "status": event["status"],
        "outcome": event["outcome"],
    }


def find_stakes(event_ids: list):
    """Stakes alone: what the sums of a list are made of, without the texts of the bets."""
    return app.state.db.bets.find(
        {"event_id": {"$in": event_ids}}, {"event_id": 1, "amount_wagered_cents": 1}
    ).to_list(None)


@app.get("/api/leaderboard")
async def leaderboard() -> dict:
    agents = await app.state.db.agents.find({}, {"history": 0}).sort("current_bankroll_cents", -1).to_list(None)
    return {
        "updated_at": datetime.now(timezone.utc),
        "agents": [agent_row(agent, rank) for rank, agent in enumerate(agents, 1)],
    }


@app.get("/api/events")
async def events(limit: int = 20, offset: int = 0, status: Optional[str] = None, category: Optional[str] = None) -> dict:
    chosen = {"status": status, "category": category}
    query = {name: value for name, value in chosen.items() if value is not None}
    collection = app.state.db.events
    total = await collection.count_documents(query)
    cursor = collection.find(query, {"intelligence_brief": 0, "sources": 0})
    page = await cursor.sort([("match_date", -1), ("match_number", -1)]).skip(offset).limit(limit).to_list(None)
    stakes = await find_stakes([event["_id"] for event in page])
    rows = []
    for event in page:
        own = [bet["amount_wagered_cents"] for bet in stakes if bet["event_id"] == event["_id"]]
        rows.append({**event_row(event), "bet_count": len(own), "total_wagered": dollars(sum(own))})
    return {"total": total, "limit": limit, "offset": offset, "events": rows}


@app.get("/api/events/{event_id}")
async def event(event_id: str) -> dict:
    found = await app.state.db.events.find_one({"_id": ObjectId(event_id)})
    if found is None:
        raise HTTPException(404)
    texts = {"prompt_system": 0, "prompt_user": 0, "raw_output": 0}
    bets = await app.state.db.bets.find({"event_id": found["_id"]}, texts).to_list(None)
    names = {agent["_id"]: agent["name"] for agent in await app.state.db.agents.find({}, {"name": 1}).to_list(None)}
    return {
        **event_row(found),
        "resolution_criteria": found["resolution_criteria"],
        "intelligence_brief": found["intelligence_brief"],
        "bets": [
            {
                "agent_name": names[bet["agent_id"]],
                "decision": bet["decision"],
                "amount": dollars(bet["amount_wagered_cents"]),
                "confidence": bet["confidence"],
                "reasoning": bet["reasoning_trace"],
                "pnl": None if bet["pnl_cents"] is None else dollars(bet["pnl_cents"]),
                "outcome": bet["outcome"],
            }
            for bet in bets
        ],
    }


@app.get("/api/agents/{agent_id}")
async def agent(agent_id: str) -> dict:
    found = await app.state.db.agents.find_one({"_id": ObjectId(agent_id)})
    if found is None:
        raise HTTPException(404)
    fields = {"event_id": 1, "decision": 1, "amount_wagered_cents": 1, "pnl_cents": 1, "outcome": 1, "settled_at": 1}
    bets = await app.state.db.bets.find({"agent_id": found["_id"]}, fields).sort("created_at", 1).to_list(None)
    recent = [bet for bet in bets if bet["decision"] != "ABSTAIN"][-10:]
    query = {"_id": {"$in": [bet["event_id"] for bet in recent]}}
    titles = {e["_id"]: e["title"] for e in await app.state.db.events.find(query, {"title": 1}).to_list(None)}
    bankroll, history = found["starting_bankroll_cents"], {}
    for bet in bets:
        if bet["settled_at"] is not None:
            bankroll += bet["pnl_cents"] or 0
            history[bet["settled_at"].date().isoformat()] = dollars(bankroll)
    return {
        **agent_row(found, 0),
        "recent_performance": [
            {
                "event_title": titles.get(bet["event_id"]),
                "decision": bet["decision"],
                "amount": dollars(bet["amount_wagered_cents"]),
                "pnl": None if bet["pnl_cents"] is None else dollars(bet["pnl_cents"]),
                "outcome": bet["outcome"],
                "date": None if bet["settled_at"] is None else bet["settled_at"].date().isoformat(),
            }
            for bet in reversed(recent)
        ],
        "bankroll_history": [{"date": date, "bankroll": value} for date, value in history.items()],
    }


@app.get("/api/batches")
async def batches(limit: int = 20, offset: int = 0) -> dict:
    cursor = app.state.db.daily_batches.find().sort("date", -1).skip(offset).limit(limit)
    rows = []
    for batch in await cursor.to_list(None):
        fields = {"title": 1, "category": 1}
        day = await app.state.db.events.find({"batch_id": batch["_id"]}, fields).to_list(None)
        stakes = await find_stakes([event["_id"] for event in day])
        rows.append(
            {
                "id": str(batch["_id"]),
                "date": batch["date"],
                "status": batch["status"],
                "event_count": len(day),
                "total_bets": len(stakes),
                "total_wagered": dollars(sum(bet["amount_wagered_cents"] for bet in stakes)),
                "events": [{"id": str(e["_id"]), "title": e["title"], "category": e["category"]} for e in day],
            }
        )
    return {"batches": rows}
